// Where the planner expected far more or fewer rows than came: the usual reason of a plan that is a bad idea.
import type { Misestimate } from '../../model/forensics.js'
import type { PlanNode } from '../../model/plan.js'
import { nodeText } from './plan-entries.js'

/** Estimates within ten times are what a planner without luck achieves; plans rarely turn on less. */
const SMALLEST_FACTOR = 10

/** Nodes in the order of the plan. */
export const misestimatesIn = (root: PlanNode): Misestimate[] => below(root, false)

/** `mayStop`: something above may have stopped asking before the node had given all its rows. */
function below(node: PlanNode, mayStop: boolean): Misestimate[] {
  const children = node.Plans ?? []
  const found = misestimateOf(node, mayStop)
  const rest = children.flatMap((child) => below(child, childMayStop(node, child, mayStop)))
  return found === null ? rest : [found, ...rest]
}

function misestimateOf(node: PlanNode, mayStop: boolean): Misestimate | null {
  const { 'Plan Rows': estimated, 'Actual Rows': actual, 'Actual Loops': loops = 1 } = node
  // A bitmap of two bitmaps counts no rows, and a node that never ran has none to count.
  if (actual === undefined || loops === 0 || UNCOUNTED.has(node['Node Type'])) return null
  const [expected, came] = [Math.max(estimated, 1), Math.max(actual, 1)]
  if (mayStop && came < expected) return null
  const factor = Math.max(expected, came) / Math.min(expected, came)
  if (factor < SMALLEST_FACTOR) return null
  return { node: nodeText(node), estimated, actual, factor }
}

const UNCOUNTED: ReadonlySet<string> = new Set(['BitmapAnd', 'BitmapOr', 'ModifyTable'])

/** What reads all its input before it gives the first row. */
const BLOCKING: ReadonlySet<string> = new Set(['Sort', 'Hash', 'Aggregate', 'Bitmap Heap Scan', 'SetOp'])
/** What may leave rows of its input unread. */
const STOPPING: ReadonlySet<string> = new Set(['Limit', 'Merge Join'])
const STOPPING_JOINS: ReadonlySet<string> = new Set(['Semi', 'Anti', 'Right Semi', 'Right Anti'])
const SUBPLANS: ReadonlySet<string> = new Set(['SubPlan', 'InitPlan'])

function childMayStop(parent: PlanNode, child: PlanNode, mayStop: boolean): boolean {
  if (SUBPLANS.has(child['Parent Relationship'] ?? '')) return true
  if (isBlocking(parent)) return false
  return mayStop || STOPPING.has(parent['Node Type']) || STOPPING_JOINS.has(parent['Join Type'] ?? '')
}

/** Groups that come in order are given one by one. */
const isBlocking = ({ 'Node Type': type, Strategy: strategy }: PlanNode): boolean =>
  BLOCKING.has(type) && !(type === 'Aggregate' && strategy === 'Sorted')
