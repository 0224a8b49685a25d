// What an execution costs the server apart from time: counts that repeat where time does not.
import type { ArmWork } from '../../model/forensics.js'
import type { ArmPlans, Explain } from '../../model/plan.js'
import { median } from '../statistics/median.js'
import { planEntries, rowsRemovedBy } from '../plans/plan-entries.js'
import { blocksOf, triggerCalls } from '../plans/summarise-plan.js'

/** What was explained of one query in one arm. */
export interface ExplainedArm {
  readonly explained: ArmPlans['explained']
  readonly planningMs: readonly number[]
}

export function summariseWork({ explained, planningMs }: ExplainedArm): ArmWork {
  const over = (count: (explain: Explain) => number | null | undefined): number | null =>
    median(explained.flatMap(({ explain }) => count(explain) ?? []))
  return {
    sharedBlocks: over(({ Plan }) => blocksOf(Plan)),
    dirtiedBlocks: over(({ Plan }) => Plan['Shared Dirtied Blocks']),
    tempBlocks: over(({ Plan }) => sumOf([Plan['Temp Read Blocks'], Plan['Temp Written Blocks']])),
    rowsRemoved: over(({ Plan }) => sumOf(planEntries(Plan).map(({ node }) => rowsRemovedBy(node)))),
    heapFetches: over(({ Plan }) => sumOf(planEntries(Plan).map(({ node }) => node['Heap Fetches']))),
    triggerCalls: over(triggerCalls),
    walRecords: over(({ Plan }) => Plan['WAL Records']),
    walBytes: over(({ Plan }) => Plan['WAL Bytes']),
    planningMs: median(planningMs),
    planningBlocks: over(({ Planning }) =>
      sumOf([Planning?.['Shared Hit Blocks'], Planning?.['Shared Read Blocks']]),
    ),
    executionMs: over((explain) => explain['Execution Time']),
  }
}

/** Shared blocks, before ÷ after: the geometric mean over the parameter rows explained in both arms; null without one. */
export function blocksRatio(before: ExplainedArm, after: ExplainedArm): number | null {
  const logs = before.explained.flatMap(({ row, explain }) => {
    const other = after.explained.find((entry) => entry.row === row)
    const [left, right] = [blocksOf(explain.Plan), other === undefined ? null : blocksOf(other.explain.Plan)]
    // None at all and one are as good as the same.
    return left === null || right === null ? [] : [Math.log(Math.max(left, 1) / Math.max(right, 1))]
  })
  return logs.length === 0 ? null : Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length)
}

/** Null where none of them was printed. */
const sumOf = (counts: readonly (number | undefined)[]): number | null => {
  const printed = counts.filter((count) => count !== undefined)
  return printed.length === 0 ? null : printed.reduce((sum, count) => sum + count, 0)
}
