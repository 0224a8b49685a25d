// How long a phase will still take, if it goes on as it went.
import { formatDuration } from '../../report/format.js'

/** Earlier an estimate jumps about too much to be worth reading. */
const EARLIEST_FRACTION = 0.05

/** "12 s left", or nothing while it is too early to say. */
export function remainingTime(fraction: number, elapsedMs: number): string {
  if (fraction < EARLIEST_FRACTION || fraction >= 1) return ''
  return `${formatDuration((elapsedMs * (1 - fraction)) / fraction)} left`
}

/** 42 %, never outside 0 to 100 whatever a caller counts. */
export const wholePercent = (fraction: number): string => `${Math.floor(withinOne(fraction) * 100)} %`

export const withinOne = (fraction: number): number =>
  Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0
