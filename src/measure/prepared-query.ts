// A measured query with its statement prepared and every parameter row encoded, so that a visit only executes.
import type { ArmName } from '../model/evidence.js'
import type { BoundStatement } from '../postgres/session.js'
import { visitArm, type Arm, type Arms } from './arms.js'
import type { MeasuredQuery } from './measured-query.js'

export interface PreparedQuery {
  readonly query: MeasuredQuery
  /** By arm and parameter row. */
  readonly statements: Readonly<Record<ArmName, readonly BoundStatement[]>>
  /** By which the server knows the prepared statement of each arm. */
  readonly statementNames: Readonly<Record<ArmName, string>>
}

/** Prepares under the query's own role: a plan made for another would be thrown away at its first execution. */
export async function prepareQuery({ before, after }: Arms, query: MeasuredQuery): Promise<PreparedQuery> {
  const prepared = await bindRows(after, query)
  const shared = before.session === after.session
  return preparedQuery(query, shared ? prepared : await bindRows(before, query), prepared)
}

/**
 * The same with a statement for each arm even on one session. What PostgreSQL remembers of a statement (its generic plan, and
 * for the automatic mode the average cost of its custom ones) must come from one arm alone.
 */
export const prepareApart = async ({ before, after }: Arms, query: MeasuredQuery): Promise<PreparedQuery> =>
  preparedQuery(query, await bindRows(before, query), await bindRows(after, query))

interface BoundRows {
  readonly name: string
  readonly statements: readonly BoundStatement[]
}

async function bindRows({ session }: Arm, query: MeasuredQuery): Promise<BoundRows> {
  const [row] = query.rows
  if (row === undefined) throw new Error(`query "${query.name}" has no parameter rows`)
  const statement = await visitArm({ session, entry: '' }, query, row, () => session.prepare(query.sql))
  return { name: statement.name, statements: query.rows.map(({ values }) => statement.bind(values)) }
}

const preparedQuery = (query: MeasuredQuery, before: BoundRows, after: BoundRows): PreparedQuery => ({
  query,
  statements: { before: before.statements, after: after.statements },
  statementNames: { before: before.name, after: after.name },
})
