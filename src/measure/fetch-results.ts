// What a query answers in each arm, for every parameter row: a fast wrong answer must not get a time.
import type { Row } from '../postgres/session.js'
import { visitArm, type Arm, type Arms } from './arms.js'
import type { MeasuredQuery } from './measured-query.js'

export interface FetchedResults {
  /** Was the parameter row drawn to find something? */
  readonly hit: boolean
  readonly before: readonly Row[]
  readonly after: readonly Row[]
}

export async function fetchResults(
  { before, after }: Arms,
  query: MeasuredQuery,
): Promise<readonly FetchedResults[]> {
  const results: FetchedResults[] = []
  for (const row of query.rows) {
    const fetch = (arm: Arm): Promise<readonly Row[]> =>
      visitArm(arm, query, row, () => arm.session.query(query.sql, row.values))
    results.push({ hit: row.hit, before: await fetch(before), after: await fetch(after) })
  }
  return results
}
