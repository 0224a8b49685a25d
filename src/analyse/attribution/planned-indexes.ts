// Which indexes a plan reads, by their full names.
import type { Explain, PlanNode } from '../../model/plan.js'

/** schema.name, distinct and sorted, of an EXPLAIN that was VERBOSE. */
export function plannedIndexes({ Plan: root }: Explain): readonly string[] {
  return [...new Set(indexesUnder(root, undefined))].sort()
}

// An index lies in the schema of its table; a Bitmap Index Scan names no table, the heap scan above it does.
function indexesUnder(node: PlanNode, above: string | undefined): readonly string[] {
  const schema = node.Schema ?? above
  const own = node['Index Name'] === undefined ? [] : [`${schema ?? ''}.${node['Index Name']}`]
  return [...own, ...(node.Plans ?? []).flatMap((child) => indexesUnder(child, schema))]
}
