// How often a write is executed: limited by time, and by its parameter rows, since each is written once.
import type { VisitSize } from '../visit.js'

/** Executed once in each copy before the first round. */
export const WARM_UP_ROWS = 4
/** Kept back for explained executions after the last round. */
export const EXPLAINED_ROWS = 5
/** Each copy is visited twice in a round. */
export const VISITS = 2

const MOST_ROUNDS = 40
/** Fewer, and an interval says little. */
const WANTED_ROUNDS = 12
const VISIT_NS = 100e6
const MOST_KEPT = 10

export interface WriteSize extends VisitSize {
  /** Rounds that the parameter rows last for. */
  readonly rounds: number
}

/** `medianNs`: of the slowest copy. The first executions after a connect load catalogs and plan: they are not kept. */
export function sizeWrites(rows: number, medianNs: number): WriteSize {
  const usable = Math.max(0, rows - WARM_UP_ROWS - EXPLAINED_ROWS)
  let keep = Math.min(MOST_KEPT, Math.max(1, Math.floor(VISIT_NS / Math.max(medianNs, 1))))
  const discard = keep > 2 ? 2 : 1
  const rounds = (): number => Math.floor(usable / (VISITS * (discard + keep)))
  while (keep > 1 && rounds() < WANTED_ROUNDS) keep--
  return { discard, keep, rounds: Math.min(MOST_ROUNDS, rounds()) }
}

/** The first parameter row of a visit: the same in every copy. */
export const firstRowOf = ({ discard, keep }: VisitSize, round: number, pass: number): number =>
  WARM_UP_ROWS + ((round - 1) * VISITS + pass) * (discard + keep)
