// How the reasons of verdicts write their numbers: three significant digits, the same in every locale.
import type { Speedup } from '../../model/result.js'

/** 12.1x, 0.95x, 1240x */
export const ratioText = (ratio: number): string => `${threeDigits(ratio)}x`

/** 12.1, 0.0863, 1240 */
export function threeDigits(value: number): string {
  const rounded = Number(value.toPrecision(3))
  if (rounded === 0) return '0'
  const decimals = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(rounded)))))
  const text = rounded.toFixed(decimals)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** between 12.1x and 14x; where a side is open, at least 12.1x or at most 14x */
export function betweenText({ low, high }: Bounds): string {
  if (high === Infinity) return low === 0 ? 'not bounded' : `at least ${ratioText(low)}`
  return low === 0 ? `at most ${ratioText(high)}` : `between ${ratioText(low)} and ${ratioText(high)}`
}

/** The same bounds as numbers that compare: a side without a bound excludes nothing. */
export const boundsOf = ({ low, high }: Pick<Speedup, 'low' | 'high'>): Bounds => ({
  low: low ?? 0,
  high: high ?? Infinity,
})

export interface Bounds {
  readonly low: number
  readonly high: number
}

/** 1 round, 12 rounds */
export const counted = (count: number, singular: string): string =>
  `${count} ${singular}${count === 1 ? '' : 's'}`
