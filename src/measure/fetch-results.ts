// What a query answers in each arm, for every parameter row: a fast wrong answer must not get a time.
import type { Row, Session } from '../postgres/session.js'
import { visitArm, type ArmScripts } from './arms.js'
import type { MeasuredQuery } from './measured-query.js'

export interface FetchedResults {
  /** Was the parameter row drawn to find something? */
  readonly hit: boolean
  readonly before: readonly Row[]
  readonly after: readonly Row[]
}

export async function fetchResults(
  session: Session,
  scripts: ArmScripts,
  query: MeasuredQuery,
): Promise<readonly FetchedResults[]> {
  const results: FetchedResults[] = []
  for (const row of query.rows) {
    const fetch = (armScript: string): Promise<readonly Row[]> =>
      visitArm(session, armScript, query, row, () => session.query(query.sql, row.values))
    results.push({ hit: row.hit, before: await fetch(scripts.before), after: await fetch(scripts.after) })
  }
  return results
}
