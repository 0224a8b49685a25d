// A measured query with its statement prepared and every parameter row encoded, so that a visit only executes.
import type { BoundStatement, Session } from '../postgres/session.js'
import { visitArm } from './arms.js'
import type { MeasuredQuery } from './measured-query.js'

export interface PreparedQuery {
  readonly query: MeasuredQuery
  /** By parameter row. */
  readonly statements: readonly BoundStatement[]
}

/** Prepares under the query's own role: a plan made for another would be thrown away at its first execution. */
export async function prepareQuery(session: Session, query: MeasuredQuery): Promise<PreparedQuery> {
  const [row] = query.rows
  if (row === undefined) throw new Error(`query "${query.name}" has no parameter rows`)
  const statement = await visitArm(session, '', query, row, () => session.prepare(query.sql))
  return { query, statements: query.rows.map(({ values }) => statement.bind(values)) }
}
