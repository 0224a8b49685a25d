// A plan with what each node is asked to find: the block of `explain`.
import type { ExplainedQuery } from '../model/explanations.js'
import type { PlanNode } from '../model/plan.js'
import { digits, formatCount } from './format.js'

/** Those of EXPLAIN's properties that say what an index could do, or does not do. */
const CONDITIONS = new Set([
  'Index Cond',
  'Recheck Cond',
  'Order By',
  'Hash Cond',
  'Merge Cond',
  'Join Filter',
  'Filter',
  'Rows Removed by Filter',
  'Sort Key',
  'Group Key',
])

export function planBlock({ tree, explain }: ExplainedQuery['plans'][number]): string {
  // The tree lists the nodes in the same order.
  const nodes = preOrder(explain.Plan)
  return tree.flatMap((line, at) => nodeLines(line, nodes[at])).join('\n')
}

const preOrder = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(preOrder)]

function nodeLines(line: string, node: PlanNode | undefined): string[] {
  if (node === undefined) return [line]
  const { 'Plan Rows': planned, 'Actual Rows': actual, 'Actual Loops': loops = 1 } = node
  const met =
    actual === undefined
      ? ''
      : `, met ${digits(actual)}${loops === 1 ? '' : ` in each of ${formatCount(loops)} loops`}`
  const indent = ' '.repeat(line.length - line.trimStart().length + 4)
  const conditions = Object.entries(node).flatMap(([name, value]) =>
    CONDITIONS.has(name) ? [`${indent}${name}: ${textOf(value)}`] : [],
  )
  return [`${line}  (cost ${digits(node['Total Cost'])}, rows ${formatCount(planned)}${met})`, ...conditions]
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value))
