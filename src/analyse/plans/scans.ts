// How a plan reaches each of its tables.
import type { PlanNode } from '../../model/plan.js'
import { isScan } from './node-kinds.js'
import { loopsOf, planEntries, rowsRemovedBy } from './plan-entries.js'

export interface Scan {
  readonly node: PlanNode
  readonly relation: string
  /** Tells two scans of one table apart. */
  readonly alias: string
  /** Several where bitmaps are combined; none for a sequential scan. */
  readonly indexes: readonly string[]
  readonly indexOnly: boolean
  readonly rowsRemoved: number
  readonly rows: number
}

/** In the order of the plan. */
export const scansIn = (root: PlanNode): readonly Scan[] =>
  planEntries(root)
    .filter(({ node }) => isScan(node))
    .map(({ node }) => {
      const relation = node['Relation Name'] ?? ''
      return {
        node,
        relation,
        alias: node.Alias ?? relation,
        indexes: planEntries(node).flatMap(({ node: below }) => below['Index Name'] ?? []),
        indexOnly: node['Node Type'] === 'Index Only Scan',
        rowsRemoved: rowsRemovedBy(node),
        rows: (node['Actual Rows'] ?? 0) * loopsOf(node),
      }
    })

/** the index a_idx; the index a_idx alone; a_idx and b_idx together; a sequential scan */
export function accessText({ node, indexes, indexOnly }: Scan): string {
  const [first, ...more] = indexes
  if (first === undefined) return SCANS[node['Node Type']] ?? `a ${node['Node Type']}`
  if (more.length > 0) return `${indexes.slice(0, -1).join(', ')} and ${more.at(-1)} together`
  return indexOnly ? `${first} alone` : first
}

const SCANS: Readonly<Record<string, string>> = { 'Seq Scan': 'a sequential scan' }
