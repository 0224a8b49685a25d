// One EXPLAIN as the few lines and numbers that two plans are compared by.
import type { Explain, PlanNode } from '../model/plan.js'
import type { PlanSummary } from '../model/result.js'

export function summarisePlan({ Plan: root }: Explain): PlanSummary {
  const nodes = withDescendants(root)
  return {
    tree: treeOf({ Plan: root }),
    rowsEstimated: root['Plan Rows'],
    rowsActual: root['Actual Rows'] === undefined ? null : root['Actual Rows'] * loopsOf(root),
    blocks: blocksOf(root),
    rowsRemoved: sum(nodes.map(rowsRemovedBy)),
    // Unlike row counts, PostgreSQL prints this one as a total over the loops (explain.c, ntuples2).
    heapFetches: sum(nodes.map((node) => node['Heap Fetches'] ?? 0)),
  }
}

/** Node types with their index or relation, a line each. */
export const treeOf = ({ Plan }: Pick<Explain, 'Plan'>): string[] => treeLines(Plan, 0)

/** Names of the indexes in these plans, distinct and sorted. */
export function indexesIn(explains: readonly Explain[]): string[] {
  const names = explains.flatMap(({ Plan }) =>
    withDescendants(Plan).flatMap((node) => node['Index Name'] ?? []),
  )
  return [...new Set(names)].sort()
}

/** Shared blocks hit and read; a node's counts contain its children's, so the root has them all. */
export function blocksOf(root: PlanNode): number | null {
  const { 'Shared Hit Blocks': hit, 'Shared Read Blocks': read } = root
  return hit === undefined && read === undefined ? null : (hit ?? 0) + (read ?? 0)
}

const withDescendants = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(withDescendants)]

function treeLines(node: PlanNode, level: number): string[] {
  const { 'Node Type': type, 'Index Name': index, 'Relation Name': relation } = node
  const using = index === undefined ? '' : ` using ${index}`
  const on = relation === undefined ? '' : ` on ${relation}`
  const line = `${'  '.repeat(level)}${type}${using}${on}`
  return [line, ...(node.Plans ?? []).flatMap((child) => treeLines(child, level + 1))]
}

/** Printed per loop, as an average (since PostgreSQL 18 rows too have a fraction). */
const rowsRemovedBy = (node: PlanNode): number =>
  ((node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * loopsOf(node)

const loopsOf = (node: PlanNode): number => node['Actual Loops'] ?? 1

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
