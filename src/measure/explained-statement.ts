// What stands behind EXPLAIN. A query given to it as text is planned for its parameters, whatever plan_cache_mode says; only
// EXECUTE of a prepared statement shows the plan that an application's execution would get.
import { at } from '../model/at.js'
import type { PlanMode } from '../model/plan-mode.js'
import { quoteIdentifier, quoteLiteral } from '../postgres/identifiers.js'
import type { Value } from '../postgres/session.js'
import { visitArm, type Arm } from './arms.js'
import type { MeasuredQuery, ParameterRow } from './measured-query.js'

export interface ExplainedStatement {
  /** Text and bound values for this parameter row. */
  of(row: ParameterRow): [string, readonly Value[]]
  close(): Promise<void>
}

/** `rows` are those that will be explained. */
export async function explainedStatement(
  arm: Arm,
  query: MeasuredQuery,
  rows: readonly number[],
  mode: PlanMode,
): Promise<ExplainedStatement> {
  if (mode === 'custom') {
    return { of: ({ values }) => [query.sql, values], close: () => Promise.resolve() }
  }
  const first = at(query.rows, at(rows, 0))
  const { name, close } = await visitArm(arm, query, first, () => arm.session.prepare(query.sql))
  const of = ({ values }: ParameterRow): [string, readonly Value[]] => [executeText(name, values), []]
  if (mode === 'automatic') {
    for (const index of rows) await planOften(arm, query, at(query.rows, index), of)
  }
  return { of, close }
}

/** EXECUTE takes expressions, not the parameters of a message. */
function executeText(name: string, values: readonly Value[]): string {
  const list = values.map((value) => (value === null ? 'null' : quoteLiteral(value))).join(', ')
  return `execute ${quoteIdentifier(name)}${list === '' ? '' : ` (${list})`}`
}

/** Executions after which PostgreSQL compares the cost of a generic plan with the average of its custom ones. */
const CUSTOM_FIRST = 5

/** Plans without executing: it counts as much, and costs less. */
async function planOften(
  arm: Arm,
  query: MeasuredQuery,
  row: ParameterRow,
  of: ExplainedStatement['of'],
): Promise<void> {
  await visitArm(arm, query, row, async () => {
    for (let i = 0; i < CUSTOM_FIRST; i++) await arm.session.query(`explain ${of(row)[0]}`)
  })
}
