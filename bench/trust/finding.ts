// One line of what the bench found: a figure, beside what it should be.
import { at } from '../../src/model/at.js'

export interface Finding {
  readonly what: string
  /** Null where the figure stands for comparison alone. */
  readonly target: string | null
  readonly result: string
  /** Did it reach the target? Null where there is none, or nothing was measured. */
  readonly held: boolean | null
}

/** So many times out of so many. */
export interface Rate {
  readonly count: number
  readonly of: number
}

export const rateOf = (outcomes: readonly boolean[]): Rate => ({
  count: outcomes.filter(Boolean).length,
  of: outcomes.length,
})

/** Where the true rate lies with 95 % confidence: Wilson (1927). */
export function plausibleRates({ count, of }: Rate): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 }
  const z = 1.959964
  const share = count / of
  const centre = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/** 3 of 60 (5.0 %; true rate 1.7 to 13.7 %) */
export function rateText(rate: Rate): string {
  if (rate.of === 0) return 'not measured'
  const { low, high } = plausibleRates(rate)
  return `${rate.count} of ${rate.of} (${percent(rate.count / rate.of)} %; true rate ${percent(low)} to ${percent(high)} %)`
}

export const percent = (share: number): string => (share * 100).toFixed(1)

/** Does the rate reach the target as far as so many trials can tell? */
export const isWithin = (rate: Rate, low: number, high: number): boolean | null => {
  if (rate.of === 0) return null
  const plausible = plausibleRates(rate)
  return plausible.low <= high && plausible.high >= low
}

/** At most this share was seen. */
export const isAtMost = ({ count, of }: Rate, share: number): boolean | null =>
  of === 0 ? null : count / of <= share

/** Is it at least this share, as far as so many trials can tell? */
export const isAtLeast = (rate: Rate, share: number): boolean | null =>
  rate.of === 0 ? null : plausibleRates(rate).high >= share

/** The middle of numbers and their extremes, for a table: 1.001 (0.982 to 1.02) */
export function spreadText(values: readonly number[], digits: number): string {
  if (values.length === 0) return 'not measured'
  const sorted = [...values].sort((a, b) => a - b)
  const text = (value: number): string => value.toFixed(digits)
  return `${text(at(sorted, sorted.length >> 1))} (${text(at(sorted, 0))} to ${text(at(sorted, sorted.length - 1))})`
}
