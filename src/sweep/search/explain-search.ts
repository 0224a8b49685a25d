// What EXPLAIN shows of a search. It explains the prepared statement, not a text: only that has the plan of an execution,
// custom or generic.
import { explainSchema, type PlanNode } from '../../model/plan.js'
import type { PointPlan } from '../../model/vectors/vector-point.js'
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifiers.js'
import type { Session, Value } from '../../postgres/session.js'

/** TIMING OFF: clocks per node are not read, and cost. */
const EXECUTED = 'explain (analyze, buffers, timing off, format json)'
const PLANNED = 'explain (format json)'

/** `executed`: with the rows and blocks that were met; else the rows that the planner expects, and no blocks. */
export async function explainSearch(
  session: Session,
  statementName: string,
  values: readonly Value[],
  executed: boolean,
): Promise<PointPlan> {
  const literals = values.map((value) => (value === null ? 'null' : quoteLiteral(value)))
  const [row] = await session.query(
    `${executed ? EXECUTED : PLANNED} execute ${quoteIdentifier(statementName)} (${literals.join(', ')})`,
  )
  const [explain] = explainSchema.array().parse(JSON.parse(row?.['QUERY PLAN'] ?? '[]'))
  if (explain === undefined) throw new Error('EXPLAIN of a search returned no plan')
  return readPlan(explain.Plan, executed)
}

/** The first scan names index and node; rows are those of all, as of the partitions of a table. */
export function readPlan(root: PlanNode, executed: boolean): PointPlan {
  const scans = scansOf(root)
  const [first] = scans
  return {
    index: first === undefined ? null : indexOf(first),
    node: first?.['Node Type'] ?? root['Node Type'],
    rowsVisited: scans.reduce((sum, scan) => sum + (executed ? rowsMet(scan) : scan['Plan Rows']), 0),
    rowsScanned:
      executed && scans.every(givesAllItMeets) ? scans.reduce((sum, scan) => sum + rowsMet(scan), 0) : null,
    sharedBlocks: executed ? (root['Shared Hit Blocks'] ?? 0) + (root['Shared Read Blocks'] ?? 0) : 0,
  }
}

/** Scans of relations, in the order of the plan. */
const scansOf = (node: PlanNode): readonly PlanNode[] =>
  node['Relation Name'] === undefined ? (node.Plans ?? []).flatMap(scansOf) : [node]

/** Of a bitmap scan it is a node below that names the index. */
const indexOf = (node: PlanNode): string | null =>
  node['Index Name'] ?? (node.Plans ?? []).map(indexOf).find((name) => name !== null) ?? null

/** An index in order of distance gives the nearest of the rows that it looked at, and the LIMIT ends it. */
const givesAllItMeets = (scan: PlanNode): boolean => scan['Order By'] === undefined

/** Rows are given per loop, and each parallel process is one. */
const rowsMet = (scan: PlanNode): number =>
  Math.round(
    ((scan['Actual Rows'] ?? 0) +
      (scan['Rows Removed by Filter'] ?? 0) +
      (scan['Rows Removed by Index Recheck'] ?? 0)) *
      (scan['Actual Loops'] ?? 1),
  )
