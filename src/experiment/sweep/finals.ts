// The finals: the chosen settings and the exact scan take turns; then the finalists are built again, to see the spread.
import type { Finalist } from '../../model/vectors/sweep-evidence.js'
import type { IndexBuild, Metric } from '../../model/vectors/vector-index.js'
import { buildAgain, type BuildLimits } from '../../sweep/indexes/build-index.js'
import type { ChosenSettings } from '../../sweep/tuning/choose-finalists.js'
import { indexName } from '../../sweep/indexes/index-name.js'
import {
  measureFinalists,
  type Entrant,
  type FinalistsOptions,
  type FinalistsPorts,
} from '../../sweep/measure-finalists.js'
import { EXACT_SEARCH } from '../../sweep/search/search-settings.js'
import type { QuerySet, SearchedTable } from '../../sweep/searched-table.js'
import type { TunedIndex } from '../../sweep/tuned-index.js'

/** Once where several targets chose the same, for the highest of them; the exact scan is there for all. */
export function finalistsWithExact(chosen: readonly ChosenSettings[], metric: Metric): readonly Entrant[] {
  const bySettings = new Map<string, ChosenSettings>()
  for (const one of chosen) {
    const key = keyOf(one)
    const known = bySettings.get(key)
    if (known === undefined || known.target < one.target) bySettings.set(key, one)
  }
  const exact = { index: { kind: 'exact', metric } as const, search: EXACT_SEARCH, target: 1 }
  return [...bySettings.values(), exact].map((one) => ({ ...one, entered: 'chosen' }))
}

/** Those that are not there already. */
export function withRules(entrants: readonly Entrant[], rules: readonly Entrant[]): readonly Entrant[] {
  const known = new Set(entrants.map(keyOf))
  return [...entrants, ...rules.filter((rule) => !known.has(keyOf(rule)))]
}

const keyOf = ({ index, search }: Pick<Entrant, 'index' | 'search'>): string =>
  JSON.stringify([index, search])

export const runFinals = (
  table: SearchedTable,
  entrants: readonly Entrant[],
  queries: QuerySet,
  options: Pick<FinalistsOptions, 'k' | 'limitMs' | 'seed' | 'deadlineNs'>,
  ports: FinalistsPorts,
): Promise<Finalist[]> => measureFinalists(table, entrants, queries, { ...options, ...ROUNDS }, ports)

const ROUNDS = { rounds: { least: 8, most: 60 }, queriesPerRound: 20 }

/** Those that were chosen, built again while there is time, the ones that are followed first; the others as they are. */
export async function buildFinalistsAgain(
  table: SearchedTable,
  builds: readonly IndexBuild[],
  {
    chosen,
    followed,
  }: { readonly chosen: readonly ChosenSettings[]; readonly followed: readonly TunedIndex[] },
  limits: BuildLimits,
  deadlineNs: number,
  { now, advance }: FinalistsPorts,
): Promise<IndexBuild[]> {
  const nameOf = ({ index }: Pick<IndexBuild, 'index'>): string =>
    index.kind === 'exact' ? '' : indexName(table.table, index, 1)
  const known = new Map(builds.map((build) => [nameOf(build), build]))
  const first = new Set(followed.map(nameOf))
  const others = new Set(chosen.map(nameOf).filter((name) => !first.has(name)))
  for (const [position, names] of [first, first, others, others].entries()) {
    for (const name of names) {
      const build = known.get(name)
      const leftMs = (deadlineNs - now()) / 1e6
      if (build === undefined || (build.builds[0]?.durationMs ?? 0) > leftMs) continue
      advance(position / 4, name)
      known.set(name, await buildAgain(table, build, 1, { ...limits, limitMs: leftMs }, { now }))
    }
  }
  return builds.map((build) => known.get(nameOf(build)) ?? build)
}
