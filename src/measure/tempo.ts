// How much time a comparison may take. Closer looks at indexes are many, and each has an arm as slow as the migration is
// useful: where an execution takes long, its warm-up and its visits are short.
import { pairKind, type Pair } from '../model/comparison.js'
import type { VisitSize } from './visit.js'

export interface Tempo {
  /** What the warm-up of one arm and cohort may take. */
  readonly warmUpNs: number
  /** Does one execution have to do, of an arm that takes so long beside another that takes so long? */
  readonly shortens: (ownNs: number, otherNs: number) => boolean
}

/** Over 100 ms what the first execution pays for planning anew is a few per cent at most, and the same in both arms. */
export const ONE_EXECUTION: VisitSize = { discard: 0, keep: 1 }
const LONG_NS = 100e6
/** Arms nearer to each other than this are visited alike. */
const ALIKE = 3

const VERDICT: Tempo = { warmUpNs: 5e9, shortens: () => false }
const INDEX: Tempo = { warmUpNs: 0.3e9, shortens: isLong }

/** The caches are warm by then: the same queries were measured with all indexes and with none. */
export const tempoOf = (pair: Pair): Tempo =>
  pairKind(pair) === 'without' || pairKind(pair) === 'subset' ? INDEX : VERDICT

function isLong(ownNs: number, otherNs: number): boolean {
  const isAlike = ownNs < ALIKE * otherNs && otherNs < ALIKE * ownNs
  return (isAlike ? Math.sqrt(ownNs * otherNs) : ownNs) > LONG_NS
}

/**
 * From so many indexes on, a switch costs more than planning anew: the first execution reads all of them into the session's
 * caches again (40 ms for 400), and the next two are still slower than the rest.
 */
const MANY_INDEXES = 100
const LATE_EXECUTIONS = 2

export const afterSwitch = ({ discard, keep }: VisitSize, switchedIndexes: number): VisitSize =>
  switchedIndexes < MANY_INDEXES
    ? { discard, keep }
    : { discard: discard === 0 ? 1 : discard + LATE_EXECUTIONS, keep }
