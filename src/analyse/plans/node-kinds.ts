// What a node of a plan is for, whichever way it does it.
import type { PlanNode } from '../../model/plan.js'

const JOINS: ReadonlySet<string> = new Set(['Nested Loop', 'Hash Join', 'Merge Join'])
const SORTS: ReadonlySet<string> = new Set(['Sort', 'Incremental Sort'])

export const isJoin = (node: PlanNode): boolean => JOINS.has(node['Node Type'])
export const isSort = (node: PlanNode): boolean => SORTS.has(node['Node Type'])
export const isGather = (node: PlanNode): boolean => node['Node Type'].startsWith('Gather')

/** Reads a table; the Bitmap Index Scan below a Bitmap Heap Scan does not. A write names its table too. */
export const isScan = (node: PlanNode): boolean =>
  node['Relation Name'] !== undefined && node['Node Type'].endsWith('Scan')
