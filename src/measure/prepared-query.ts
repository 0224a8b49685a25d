// A measured query with its statement prepared and every parameter row encoded, so that a visit only executes.
import type { ArmName } from '../model/evidence.js'
import type { BoundStatement } from '../postgres/session.js'
import { visitArm, type Arm, type Arms } from './arms.js'
import type { MeasuredQuery } from './measured-query.js'

export interface PreparedQuery {
  readonly query: MeasuredQuery
  /** By arm and parameter row. */
  readonly statements: Readonly<Record<ArmName, readonly BoundStatement[]>>
}

/** Prepares under the query's own role: a plan made for another would be thrown away at its first execution. */
export async function prepareQuery({ before, after }: Arms, query: MeasuredQuery): Promise<PreparedQuery> {
  const statements = await bindRows(after, query)
  const shared = before.session === after.session
  return {
    query,
    statements: { before: shared ? statements : await bindRows(before, query), after: statements },
  }
}

async function bindRows({ session }: Arm, query: MeasuredQuery): Promise<readonly BoundStatement[]> {
  const [row] = query.rows
  if (row === undefined) throw new Error(`query "${query.name}" has no parameter rows`)
  const statement = await visitArm({ session, entry: '' }, query, row, () => session.prepare(query.sql))
  return query.rows.map(({ values }) => statement.bind(values))
}
