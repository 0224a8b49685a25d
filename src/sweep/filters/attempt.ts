// One strategy for one filter: where it searches, what the planner may see, and which index has to be in its plan.
import { at } from '../../model/at.js'
import type { FilterEvidence, FilterStrategy } from '../../model/vectors/filter-evidence.js'
import type { SearchSettings, VectorIndex } from '../../model/vectors/vector-index.js'
import type { PointPlan } from '../../model/vectors/vector-point.js'
import { NO_PLAN } from '../search/measure-point.js'
import { answerSearch, type Search } from '../search/measure-search.js'
import { withScanned } from '../search/rows-scanned.js'
import type { QuerySet, SearchedTable } from '../searched-table.js'
import type { ChosenCase } from './choose-cases.js'
import { filteringOf } from './tenant-policy.js'

export interface Attempt {
  readonly strategy: FilterStrategy
  readonly planMode: 'custom' | 'generic'
  readonly table: SearchedTable
  /** How the search is spelt; of a strategy without one it is the exact scan. */
  readonly index: VectorIndex
  readonly search: SearchSettings
  /** Names of indexes. */
  readonly visible: readonly string[]
  /** The index without which the attempt is void; null where the planner is left alone. */
  readonly mustUse: string | null
}

export interface AttemptLimits {
  readonly k: number
  readonly limitMs: number
}

const LEFT_ALONE: Readonly<Record<string, string>> = {}
/** Discouraged, not forbidden: where the index cannot be used the plan shows it. */
const DISCOURAGED: Readonly<Record<string, string>> = { enable_seqscan: 'off' }

/** What the attempt asks the server under this filter. */
export function searchOf(
  { planMode, index, search, visible, mustUse }: Attempt,
  chosen: ChosenCase,
  { k, limitMs }: AttemptLimits,
): Search {
  const { filter, settings } = filteringOf(chosen)
  const seen = mustUse === null ? LEFT_ALONE : DISCOURAGED
  return { index, search, k, filter, planMode, visible, settings: { ...seen, ...settings }, limitMs }
}

/** What it finds and by which plan, without latencies. `queries`: those of the case, in its order, with their truth under its filter. */
export async function answerAttempt(
  attempt: Attempt,
  chosen: ChosenCase,
  queries: QuerySet,
  limits: AttemptLimits,
): Promise<FilterEvidence> {
  const { strategy, planMode, table, index, search, mustUse } = attempt
  const filtered = searchOf(attempt, chosen, limits)
  const found = await answerSearch(table, filtered, queries)
  const { answers, failure } = found
  const plan =
    found.plan === null ? null : await withScanned(table, filtered, at(queries.vectors, 0), found.plan)
  return {
    filter: chosen.filter,
    strategy,
    planMode,
    index,
    search,
    k: limits.k,
    plan: plan ?? NO_PLAN,
    voidBecause: failure ?? (plan === null ? null : wrongPlan(mustUse, plan)),
    answers: answers.map((answer) => ({ ...answer, query: at(chosen.queries, answer.query) })),
    latenciesMs: [],
  }
}

function wrongPlan(mustUse: string | null, { index, node }: PointPlan): string | null {
  if (mustUse === null || index === mustUse) return null
  return `the plan does not show the index ${mustUse}, but ${index === null ? node : `${node} on ${index}`}`
}
