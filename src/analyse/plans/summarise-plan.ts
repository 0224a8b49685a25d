// One EXPLAIN as the few lines and numbers that two plans are compared by.
import type { Explain, PlanNode } from '../../model/plan.js'
import type { PlanSummary } from '../../model/result.js'
import { misestimatesIn } from './misestimates.js'
import { loopsOf, planEntries, rowsRemovedBy, treeLine } from './plan-entries.js'

export function summarisePlan(explain: Explain): PlanSummary {
  const { Plan: root } = explain
  const entries = planEntries(root)
  return {
    tree: entries.map(treeLine),
    rowsEstimated: root['Plan Rows'],
    rowsActual: root['Actual Rows'] === undefined ? null : root['Actual Rows'] * loopsOf(root),
    blocks: blocksOf(root),
    rowsRemoved: sum(entries.map(({ node }) => rowsRemovedBy(node))),
    // Unlike row counts, PostgreSQL prints this one as a total over the loops (explain.c, ntuples2).
    heapFetches: sum(entries.map(({ node }) => node['Heap Fetches'] ?? 0)),
    triggerCalls: triggerCalls(explain),
    misestimates: misestimatesIn(root),
  }
}

/** Names of the indexes in these plans, distinct and sorted. */
export function indexesIn(explains: readonly Explain[]): string[] {
  const names = explains.flatMap(({ Plan }) =>
    planEntries(Plan).flatMap(({ node }) => node['Index Name'] ?? []),
  )
  return [...new Set(names)].sort()
}

/** Shared blocks hit and read; a node's counts contain its children's, so the root has them all. */
export function blocksOf(root: PlanNode): number | null {
  const { 'Shared Hit Blocks': hit, 'Shared Read Blocks': read } = root
  return hit === undefined && read === undefined ? null : (hit ?? 0) + (read ?? 0)
}

export const triggerCalls = ({ Triggers = [] }: Explain): number => sum(Triggers.map(({ Calls }) => Calls))

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
