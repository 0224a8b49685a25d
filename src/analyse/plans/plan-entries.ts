// A plan as a list: its nodes from top to bottom, as EXPLAIN prints them.
import type { PlanNode } from '../../model/plan.js'

export interface PlanEntry {
  readonly node: PlanNode
  /** Node type with its index and relation. */
  readonly text: string
  /** 0 at the root. */
  readonly level: number
  /** How many entries the node and all below it are. */
  readonly size: number
}

/** In pre-order: what is below a node follows it directly. */
export function planEntries(node: PlanNode, level = 0): PlanEntry[] {
  const below = (node.Plans ?? []).flatMap((child) => planEntries(child, level + 1))
  return [{ node, text: nodeText(node), level, size: below.length + 1 }, ...below]
}

/** The entry's line in the tree, two spaces a level. */
export const treeLine = ({ text, level }: Pick<PlanEntry, 'text' | 'level'>): string =>
  `${'  '.repeat(level)}${text}`

/** A plan's shape: what two plans are called the same by. */
export const planTree = (root: PlanNode): string[] => planEntries(root).map(treeLine)

/** Node type with its index and relation. */
export function nodeText({
  'Node Type': type,
  'Index Name': index,
  'Relation Name': relation,
}: PlanNode): string {
  const using = index === undefined ? '' : ` using ${index}`
  const on = relation === undefined ? '' : ` on ${relation}`
  return `${type}${using}${on}`
}

/** PostgreSQL prints rows, and rows removed, per loop, as an average. */
export const loopsOf = (node: PlanNode): number => node['Actual Loops'] ?? 1

/** Rows that the node read and threw away, over all its loops. */
export const rowsRemovedBy = (node: PlanNode): number =>
  loopsOf(node) *
  ((node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0) +
    (node['Rows Removed by Join Filter'] ?? 0))
