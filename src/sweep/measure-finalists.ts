// The finalists take turns: in every round each of them, in random order, answers the same queries, so that latencies are
// paired. The exact scan among them is the reference.
import { at } from '../model/at.js'
import { randomStream } from '../model/random.js'
import type { Finalist } from '../model/vectors/sweep-evidence.js'
import type { SearchSettings, VectorIndex } from '../model/vectors/vector-index.js'
import { measurePoint, pointSearch, type PointRequest } from './search/measure-point.js'
import { timeSearches } from './search/time-searches.js'
import type { QuerySet, SearchedTable } from './searched-table.js'

export interface FinalistsOptions {
  readonly k: number
  readonly limitMs: number
  readonly seed: number
  readonly rounds: { readonly least: number; readonly most: number }
  /** Of the reporting queries; each round takes the next ones. */
  readonly queriesPerRound: number
  /** On the clock of the ports: no further round begins that would probably end after it. */
  readonly deadlineNs: number
}

export interface FinalistsPorts {
  readonly now: () => number
  readonly advance: (fraction: number, detail: string) => void
}

/** Whose index stands. */
export interface Entrant extends Pick<Finalist, 'target' | 'entered'> {
  readonly index: VectorIndex
  readonly search: SearchSettings
}

/** A finalist whose point is void takes part in no round. */
export async function measureFinalists(
  table: SearchedTable,
  entrants: readonly Entrant[],
  queries: QuerySet,
  options: FinalistsOptions,
  ports: FinalistsPorts,
): Promise<Finalist[]> {
  const finalists: Finalist[] = []
  for (const { index, search, target, entered } of entrants) {
    const point = await measurePoint(table, requestOf({ index, search }, options), queries)
    finalists.push({ point, target, entered, roundsMs: [] })
  }
  await runRounds(table, finalists, queries, options, ports)
  return finalists
}

/** One that is cut off becomes void: what it took is not known. */
async function runRounds(
  table: SearchedTable,
  finalists: readonly Finalist[],
  queries: QuerySet,
  options: FinalistsOptions,
  { now, advance }: FinalistsPorts,
): Promise<void> {
  const { least, most } = options.rounds
  for (let round = 1; round <= most; round++) {
    const startNs = now()
    const random = randomStream(options.seed, `finalists/${round}`)
    const vectors = queriesOf(round, queries.vectors, options.queriesPerRound)
    for (const finalist of random.shuffle(finalists)) {
      if (finalist.point.voidBecause !== null) continue
      const search = pointSearch(table, requestOf(finalist.point, options), 'forced')
      const latenciesMs = await timeSearches(table, search, vectors)
      if (latenciesMs !== null) finalist.roundsMs.push(latenciesMs)
      else finalist.point = { ...finalist.point, voidBecause: `a search was cut off in round ${round}` }
    }
    const endNs = now()
    advance(round / most, `round ${round}`)
    if (round >= least && endNs + (endNs - startNs) > options.deadlineNs) return
  }
}

const requestOf = (
  { index, search }: Pick<PointRequest, 'index' | 'search'>,
  { k, limitMs }: FinalistsOptions,
): PointRequest => ({ index, search, k, everyNth: 1, limitMs })

/** The next ones of a round, from 1; after the last the first comes again. */
export function queriesOf<T>(round: number, queries: readonly T[], count: number): readonly T[] {
  const taken = Math.min(count, queries.length)
  return Array.from({ length: taken }, (_, position) =>
    at(queries, ((round - 1) * taken + position) % queries.length),
  )
}
