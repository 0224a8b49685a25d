// How the reasons of verdicts write times: three significant digits with their unit, the same in every locale.
import { threeDigits } from './ratio-text.js'

/** 0.0863 ms, 12.4 ms, 1.34 s, 0.5 µs */
export function msText(ms: number): string {
  const size = Math.abs(Number(ms.toPrecision(3)))
  if (size >= 1000) return `${threeDigits(ms / 1000)} s`
  return size !== 0 && size < 0.001 ? `${threeDigits(ms * 1000)} µs` : `${threeDigits(ms)} ms`
}

interface Bounds {
  readonly low: number
  readonly high: number
}

/** between 0.08 ms and 0.09 ms; where executions were cut off, at least 0.08 ms */
export const betweenMsText = ({ low, high }: Bounds): string =>
  high === Infinity ? `at least ${msText(low)}` : `between ${msText(low)} and ${msText(high)}`

/** Of after − before: adds between 1 ms and 2 ms; saves between 1 ms and 2 ms; between 1 ms saved and 2 ms added. */
export function overheadText({ low, high }: Bounds): string {
  if (low >= 0) return `adds ${betweenMsText({ low, high })}`
  if (high <= 0) return `saves ${betweenMsText({ low: -high, high: -low })}`
  if (high === Infinity) return `at most ${msText(-low)} saved`
  return low === -Infinity
    ? `at most ${msText(high)} added`
    : `between ${msText(-low)} saved and ${msText(high)} added`
}
