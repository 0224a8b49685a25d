// The finals: the chosen settings and the exact scan take turns; then the finalists are built again, to see the spread.
import { indexKey } from '../../analyse/vectors/same-settings.js'
import type { Finalist } from '../../model/vectors/sweep-evidence.js'
import type { IndexBuild, Metric, VectorIndex } from '../../model/vectors/vector-index.js'
import { buildAgain, type BuildLimits } from '../../sweep/indexes/build-index.js'
import { indexName } from '../../sweep/indexes/index-name.js'
import type { ChosenSettings } from '../../sweep/tuning/choose-finalists.js'
import {
  measureFinalists,
  type Entrant,
  type FinalistsOptions,
  type FinalistsPorts,
} from '../../sweep/measure-finalists.js'
import { EXACT_SEARCH } from '../../sweep/search/search-settings.js'
import type { QuerySet, SearchedTable } from '../../sweep/searched-table.js'

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

/** With those that are not there already; one that is competes at the target of its rule, too. */
export function withRules(entrants: readonly Entrant[], rules: readonly Entrant[]): readonly Entrant[] {
  const known = new Set(entrants.map(keyOf))
  const targetOfRule = new Map(rules.map((rule) => [keyOf(rule), rule.target]))
  const raised = entrants.map((entrant) => {
    const asked = targetOfRule.get(keyOf(entrant)) ?? null
    return asked !== null && asked > (entrant.target ?? 0) ? { ...entrant, target: asked } : entrant
  })
  return [...raised, ...rules.filter((rule) => !known.has(keyOf(rule)))]
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

/** How often each is built, the first time counted: enough to see a spread. */
const BUILDS = 3

/**
 * Those to be built again, while there is time; the others as they are. `order`: the most important first, which has all its
 * builds before the next one has its second.
 */
export async function buildFinalistsAgain(
  table: SearchedTable,
  builds: readonly IndexBuild[],
  order: readonly VectorIndex[],
  limits: Omit<BuildLimits, 'limitMs'>,
  deadlineNs: number,
  { now, advance }: FinalistsPorts,
): Promise<IndexBuild[]> {
  const known = new Map(builds.map((build) => [indexKey(build.index), build]))
  const keys = [...new Set(order.map(indexKey))]
  for (const [position, key] of keys.entries()) {
    for (;;) {
      const build = known.get(key)
      const leftMs = (deadlineNs - now()) / 1e6
      if (build === undefined || build.index.kind === 'exact' || build.builds.length >= BUILDS) break
      if ((build.builds[0]?.durationMs ?? 0) > leftMs) break
      const done = (build.builds.length - 1) / (BUILDS - 1)
      advance((position + done) / keys.length, indexName(table.table, build.index, 1))
      const again = await buildAgain(table, build, 1, { ...limits, limitMs: leftMs }, { now })
      // One that failed would fail again.
      if (again.builds.length === build.builds.length) break
      known.set(key, again)
    }
  }
  return builds.map((build) => known.get(indexKey(build.index)) ?? build)
}
