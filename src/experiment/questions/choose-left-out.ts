// Which uses of indexes are timed with the index left out. Where time is short, every index gets its most telling query
// before any gets a second: few indexes judged well say more than all of them judged by too few rounds.
import { pairWithout, type Comparison } from '../../model/comparison.js'
import type { ArmName } from '../../model/evidence.js'
import type { MigrationFacts } from '../../model/facts.js'
import type { IndexFacts, IndexUse } from '../../model/index-facts.js'
import type { ArmPlans } from '../../model/plan.js'

export interface LeftOutParts {
  readonly indexes: IndexFacts | null
  readonly migration: MigrationFacts
  readonly plans: readonly ArmPlans[]
  readonly budgetMs: number
}

/** What this may take of the budget, where it is not asked for outright. */
const SHARE = 0.5

/** With one index, before and after the migration are without it and with it: nothing is left to time. */
const FEWEST_INDEXES = 2

export function chooseLeftOut({ indexes, migration, plans, budgetMs }: LeftOutParts): readonly Comparison[] {
  if (indexes === null || indexes.leaveOneOut === 'off') return []
  if (migration.indexes.length < FEWEST_INDEXES) return []
  const ordered = mostTellingFirst(indexes.uses)
  const roomMs = indexes.leaveOneOut === 'on' ? Infinity : budgetMs * SHARE
  return fitting(ordered, plans, roomMs).map(({ query, index }) => ({ query, pair: pairWithout(index) }))
}

/** First of every index the query whose plan would cost the most without it, then of every index the next. */
function mostTellingFirst(uses: readonly IndexUse[]): readonly IndexUse[] {
  const byCost = [...uses].sort((a, b) => ratioOf(b) - ratioOf(a))
  const ranks = new Map<string, number>()
  const ranked = byCost.map((use) => {
    const rank = ranks.get(use.index) ?? 0
    ranks.set(use.index, rank + 1)
    return { use, rank }
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ use }) => use)
}

function fitting(uses: readonly IndexUse[], plans: readonly ArmPlans[], roomMs: number): readonly IndexUse[] {
  let spentMs = 0
  return uses.filter((use) => {
    const costMs = timingMs(use, plans)
    if (spentMs + costMs > roomMs) return false
    spentMs += costMs
    return true
  })
}

/** Rounds that settle most effects, with two visits in either arm. */
const ROUNDS = 18
const VISITS = 2
/** Executions of a visit, and what it takes to enter an arm and leave it. */
const EXECUTIONS = 3
const ENTRY_MS = 3
/** Executions of the warm-up, in rounds. */
const WARM_UP_ROUNDS = 2

/** A guess from the executions explained so far: without one index a query is hardly slower than without all of them. */
function timingMs({ query, costRatio }: IndexUse, plans: readonly ArmPlans[]): number {
  const [beforeMs, afterMs] = [executionMs(query, 'before', plans), executionMs(query, 'after', plans)]
  const withoutMs = Math.min(Math.max(beforeMs, afterMs), afterMs * Math.max(1, ratioOf({ costRatio })))
  const roundMs = VISITS * (EXECUTIONS * (withoutMs + afterMs) + 2 * ENTRY_MS)
  return (ROUNDS + WARM_UP_ROUNDS) * roundMs
}

/** What no plan shows, a foreign key, is where an index may pay most. */
const ratioOf = ({ costRatio }: Pick<IndexUse, 'costRatio'>): number => costRatio ?? Number.MAX_VALUE

/** Mean over the explained executions. */
function executionMs(query: string, arm: ArmName, plans: readonly ArmPlans[]): number {
  const explained = plans.filter((plan) => plan.query === query && plan.arm === arm)
  const times = explained.flatMap((plan) =>
    plan.explained.map(({ explain }) => explain['Execution Time'] ?? 0),
  )
  return times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length)
}
