// The finals: the chosen settings and the exact scan take turns; then the finalists are built again, to see the spread.
import type { Finalist } from '../../model/vectors/sweep-evidence.js'
import type { IndexBuild, Metric } from '../../model/vectors/vector-index.js'
import { buildAgain, type BuildLimits } from '../../sweep/build-index.js'
import type { ChosenSettings } from '../../sweep/choose-finalists.js'
import { indexName } from '../../sweep/index-name.js'
import { measureFinalists, type FinalistsOptions, type FinalistsPorts } from '../../sweep/measure-finalists.js'
import { EXACT_SEARCH } from '../../sweep/search-settings.js'
import type { QuerySet, SearchedTable } from '../../sweep/searched-table.js'

/** Once where several targets chose the same, for the highest of them; the exact scan is there for all. */
export function finalistsWithExact(chosen: readonly ChosenSettings[], metric: Metric): readonly ChosenSettings[] {
  const bySettings = new Map<string, ChosenSettings>()
  for (const one of chosen) {
    const key = JSON.stringify([one.index, one.search])
    const known = bySettings.get(key)
    if (known === undefined || known.target < one.target) bySettings.set(key, one)
  }
  return [...bySettings.values(), { index: { kind: 'exact', metric }, search: EXACT_SEARCH, target: 1 }]
}

export const runFinals = (
  table: SearchedTable,
  chosen: readonly ChosenSettings[],
  queries: QuerySet,
  options: Pick<FinalistsOptions, 'k' | 'limitMs' | 'seed' | 'deadlineNs'>,
  ports: FinalistsPorts,
): Promise<Finalist[]> => measureFinalists(table, chosen, queries, { ...options, ...ROUNDS }, ports)

const ROUNDS = { rounds: { least: 8, most: 60 }, queriesPerRound: 20 }

/** Beside the first. */
const FURTHER_BUILDS = 2

/** Those of the finalists, built again while there is time; the others as they are. */
export async function buildFinalistsAgain(
  table: SearchedTable,
  builds: readonly IndexBuild[],
  chosen: readonly ChosenSettings[],
  limits: BuildLimits,
  deadlineNs: number,
  { now, advance }: FinalistsPorts,
): Promise<IndexBuild[]> {
  const wanted = new Set(
    chosen.flatMap(({ index }) => (index.kind === 'exact' ? [] : [indexName(table.table, index, 1)])),
  )
  const spread: IndexBuild[] = []
  for (const build of builds) {
    const { index } = build
    const name = index.kind === 'exact' ? '' : indexName(table.table, index, 1)
    const expectedNs = FURTHER_BUILDS * (build.builds[0]?.durationMs ?? 0) * 1e6
    if (!wanted.has(name) || now() + expectedNs > deadlineNs) {
      spread.push(build)
      continue
    }
    advance(spread.length / builds.length, name)
    spread.push(await buildAgain(table, build, FURTHER_BUILDS, limits, { now }))
  }
  return spread
}
