// EXPLAIN of one statement with or without its parameters.
import type { Capabilities } from './capabilities.js'
import { DatabaseError } from './database-error.js'
import { quoteIdentifier } from './identifiers.js'
import type { Row, Session, Value } from './session.js'

export const EXPLAIN_ONLY = 'verbose, summary, format json'
export const EXPLAIN_ANALYZE = 'analyze, buffers, verbose, format json'

/** Places in errors are places in `sql`. */
export async function explainStatement(
  session: Session,
  options: string,
  sql: string,
  values: readonly Value[],
): Promise<readonly Row[]> {
  const command = `explain (${options}) `
  try {
    return await session.query(`${command}${sql}`, values)
  } catch (error) {
    throw error instanceof DatabaseError ? moved(error, -command.length) : error
  }
}

/** The plan that is made before the parameters are known; within a transaction, which an error takes back. */
export async function explainGeneric(
  session: Session,
  sql: string,
  parameterCount: number,
  { genericPlan }: Pick<Capabilities, 'genericPlan'>,
): Promise<readonly Row[]> {
  // Without values it goes as a message that binds nothing: in any other, $1 would be asked for.
  if (genericPlan) return explainStatement(session, `generic_plan, ${EXPLAIN_ONLY}`, sql, [])
  const statement = await session.prepare(sql)
  try {
    const [before] = await session.query(`select current_setting('plan_cache_mode') as mode`)
    await session.script(`set local plan_cache_mode = force_generic_plan`)
    const nulls = Array.from({ length: parameterCount }, () => 'null').join(', ')
    const rows = await session.query(
      `explain (${EXPLAIN_ONLY}) execute ${quoteIdentifier(statement.name)} (${nulls})`,
    )
    await session.query(`select set_config('plan_cache_mode', $1, true)`, [before?.['mode'] ?? 'auto'])
    return rows
  } finally {
    await statement.close()
  }
}

function moved(error: DatabaseError, by: number): DatabaseError {
  const { message, code, severity, detail, hint, position } = error
  if (position === undefined) return error
  return new DatabaseError({ message, code, severity, detail, hint, position: position + by })
}
