// When the n-th of many events happened: the rate grows as a business does, and events are recorded a little out of order.
import { hashInteger } from './hash-integer.js'

/** Events reach the table up to this many mean gaps early or late, as from phones that were offline. */
const JITTER_GAPS = 8

export interface ArrivalClock {
  /** The time at a fraction, 0 to 1, of all events, in whole milliseconds since 1970. */
  timeAt(fraction: number): number
  /** The time of event `index`, with its jitter; never before `timeAt(index / events) - jitterMs`. */
  timeOf(index: number): number
  readonly jitterMs: number
}

/** `start` and `end` in milliseconds since 1970. */
export function arrivalClock(options: {
  readonly start: number
  readonly end: number
  readonly events: number
  readonly seed: number
}): ArrivalClock {
  const { start, end, events, seed } = options
  const jitterMs = Math.floor(((end - start) / events) * JITTER_GAPS)
  // Half of the events come at an even rate, half at one that grows with time.
  const timeAt = (fraction: number): number =>
    Math.floor(start + (end - start) * (0.5 * fraction + 0.5 * Math.sqrt(fraction)))
  return {
    jitterMs,
    timeAt,
    timeOf: (index) => {
      const jitter = hashInteger(seed, index) / 0x1_0000_0000 - 0.5
      return timeAt(index / events) + Math.floor(2 * jitter * jitterMs)
    },
  }
}
