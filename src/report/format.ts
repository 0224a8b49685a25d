// Every number a person reads is written here: three significant digits with a unit, the same in every locale.
import type { Speedup } from '../model/result.js'

export const NOT_MEASURED = '–'

/** 0.812 ms, 12.4 ms, 1.34 s; under a microsecond 0.5 µs. */
export function formatMs(ms: number | null): string {
  if (ms === null) return NOT_MEASURED
  const rounded = toThreeDigits(ms)
  if (rounded >= 1000) return `${digits(ms / 1000)} s`
  return rounded !== 0 && rounded < 0.001 ? `${digits(ms * 1000)} µs` : `${digits(ms)} ms`
}

/** 4.5x, 123x, 0.95x */
export const formatRatio = (ratio: number): string => `${digits(ratio)}x`

/** 8.2x [7.9, 8.6]; a side that the rounds could not bound is 0 or ∞. */
export const formatSpeedup = (speedup: Speedup | null): string =>
  speedup === null
    ? NOT_MEASURED
    : `${formatRatio(speedup.estimate)} ${formatInterval(speedup.low, speedup.high)}`

/** [7.9, 8.6] */
export const formatInterval = (low: number | null, high: number | null): string =>
  `[${low === null ? '0' : digits(low)}, ${high === null ? '∞' : digits(high)}]`

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** 1.2 MB, in PostgreSQL's units: 1 kB is 1024 bytes. */
export function formatBytes(bytes: number): string {
  const steps = bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10)
  const unit = Math.min(steps, BYTE_UNITS.length - 1)
  return `${digits(bytes / 1024 ** unit)} ${BYTE_UNITS[unit]}`
}

/** 1,234,567: exact, with the sign; fractions to three digits. */
export const formatCount = (count: number | null): string =>
  count === null ? NOT_MEASURED : Number.isInteger(count) ? grouped(count.toFixed(0)) : digits(count)

/** 95 %, 99.97 %: near 100 % as many digits as tell it from certainty. */
export function formatPercent(share: number): string {
  const missing = (1 - share) * 100
  const decimals = missing > 0 && missing < 1 ? Math.min(6, -Math.floor(Math.log10(missing))) : null
  return `${decimals === null ? digits(share * 100) : trimmed((share * 100).toFixed(decimals))} %`
}

/** 97.65 %: of counts, where two digits more are known and people compare them. */
export const formatShare = (share: number): string => `${trimmed((share * 100).toFixed(2))} %`

/** 0.953; what is not quite 1 is not written as 1. */
export function formatRecall(recall: number | null): string {
  if (recall === null) return NOT_MEASURED
  const text = recall.toFixed(3)
  return text === '1.000' && recall < 1 ? '0.999' : text
}

/** How long a person waits: 0.4 s, 12 s, 3 min 20 s, 1 h 05 min. */
export function formatDuration(ms: number): string {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${padded(seconds % 60)} s`
  const minutes = Math.round(seconds / 60)
  return `${Math.floor(minutes / 60)} h ${padded(minutes % 60)} min`
}

/** 3 claims, 1 claim */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${formatCount(count)} ${count === 1 ? singular : plural}`

/** Three significant digits without exponent and trailing zeros: 12.4, 0.95, 12,300. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : NOT_MEASURED
  const rounded = toThreeDigits(value)
  if (rounded === 0) return '0'
  const decimals = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(rounded)))))
  return grouped(trimmed(rounded.toFixed(decimals)))
}

/** Rounded before its unit is chosen: 999.9 ms is 1 s, not 1,000 ms. */
const toThreeDigits = (value: number): number => Number(value.toPrecision(3))

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

const grouped = (text: string): string => {
  const [whole = '', fraction] = text.split('.')
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? groups : `${groups}.${fraction}`
}

const padded = (value: number): string => String(value).padStart(2, '0')
