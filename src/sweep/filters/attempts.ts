// The strategies for a filter on the table as it is: left to the planner, by the B-tree, and through a vector index with and
// without iterative scans.
import { at } from '../../model/at.js'
import type { FilterStrategy } from '../../model/vectors/filter-evidence.js'
import type { IterativeScan } from '../../model/vectors/vector-index.js'
import { indexName } from '../indexes/index-name.js'
import { EXACT_SEARCH } from '../search/search-settings.js'
import type { SearchedTable } from '../searched-table.js'
import type { TunedIndex } from '../tuned-index.js'
import type { Attempt } from './attempt.js'
import type { ChosenCase } from './choose-cases.js'
import type { Course } from './course.js'
import type { PlainIndexes } from './plain-indexes.js'

type PlanMode = Attempt['planMode']

export interface Attempts {
  /** What the planner makes of it, and the exact way beside it: with both a harm is found. */
  readonly choices: readonly Attempt[]
  readonly through: readonly Attempt[]
}

export function attemptsFor(
  { table, tuned, options: { withIterativeScans } }: Course,
  { filter, rows: { column } }: ChosenCase,
  plain: PlainIndexes,
): Attempts {
  // A policy has its tenant from a setting, not from a parameter: a generic plan knows no less of it.
  const planModes: readonly PlanMode[] = filter.by === 'where' ? ['custom', 'generic'] : ['custom']
  const bTree: Attempt = {
    strategy: 'B-tree and exact sort',
    planMode: 'custom',
    table,
    index: { kind: 'exact', metric: at(tuned, 0).index.metric },
    search: EXACT_SEARCH,
    visible: [plain[column]],
    mustUse: plain[column],
  }
  return {
    choices: [bTree, ...tuned.flatMap((one) => leftAlone(table, one, plain, planModes))],
    through: tuned
      .flatMap((one) => through(table, one))
      .filter(({ search }) => withIterativeScans || search.iterative === 'off'),
  }
}

/** With all that an application has: the choice is the planner's, with the values known and without. */
const leftAlone = (
  table: SearchedTable,
  { index, search }: TunedIndex,
  plain: PlainIndexes,
  planModes: readonly PlanMode[],
): readonly Attempt[] =>
  planModes.map((planMode) => ({
    strategy: 'planner’s choice',
    planMode,
    table,
    index,
    search,
    visible: [indexName(table.table, index, 1), ...Object.values(plain)],
    mustUse: null,
  }))

/** Through the vector index alone. IVFFlat has no strict order. */
function through(table: SearchedTable, { index, search }: TunedIndex): readonly Attempt[] {
  const name = indexName(table.table, index, 1)
  const attempt = (strategy: FilterStrategy, iterative: IterativeScan): Attempt => ({
    strategy,
    planMode: 'custom',
    table,
    index,
    search: { ...search, iterative },
    visible: [name],
    mustUse: name,
  })
  return [
    attempt('approximate, no iterative scan', 'off'),
    ...(index.kind === 'hnsw' ? [attempt('approximate, strict order', 'strict_order')] : []),
    attempt('approximate, relaxed order', 'relaxed_order'),
  ]
}
