// What a query answers in each arm, for every parameter row: a fast wrong answer must not get a time.
import type { Row } from '../postgres/session.js'
import { visitArm, type Arm, type Arms } from './arms.js'
import type { MeasuredQuery } from './measured-query.js'

export interface FetchedResults {
  /** Was the parameter row drawn to find something? */
  readonly hit: boolean
  readonly before: readonly Row[]
  readonly after: readonly Row[]
  /** Of approximate search: what it would find without any index that approximates; null where nobody asked. */
  readonly exact: readonly Row[] | null
}

/** As in the arm `before`, whose own index may be an approximate one. */
const exactly = (query: MeasuredQuery): MeasuredQuery => ({
  ...query,
  settings: { ...query.settings, enable_indexscan: 'off' },
})

export async function fetchResults(
  { before, after }: Arms,
  query: MeasuredQuery,
  isApproximate: boolean,
): Promise<readonly FetchedResults[]> {
  const results: FetchedResults[] = []
  for (const row of query.rows) {
    const fetch = (arm: Arm, asked = query): Promise<readonly Row[]> =>
      visitArm(arm, asked, row, () => arm.session.query(query.sql, row.values))
    const answers = { before: await fetch(before), after: await fetch(after) }
    results.push({
      hit: row.hit,
      ...answers,
      exact: isApproximate ? await fetch(before, exactly(query)) : null,
    })
  }
  return results
}
