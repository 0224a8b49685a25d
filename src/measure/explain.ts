// Plans and block counts, from executions of their own: instrumentation inside a timed one would cost up to 70 %.
import { at } from '../model/at.js'
import type { ArmName } from '../model/evidence.js'
import { explainSchema, type ArmPlans } from '../model/plan.js'
import { visitArm, type Arms } from './arms.js'
import type { MeasuredQuery } from './measured-query.js'

/** TIMING OFF: per-node clocks are the expensive part, and nothing here reads them. */
const EXPLAIN = 'explain (analyze, buffers, timing off, format json)'

/** Explains the first hit of every cohort (or its first row, where it has no hit) in one arm. */
export async function explainQuery(arms: Arms, arm: ArmName, query: MeasuredQuery): Promise<ArmPlans> {
  const { session } = arms[arm]
  const explained: ArmPlans['explained'] = []
  for (const index of representativeRows(query)) {
    const row = at(query.rows, index)
    const [result] = await visitArm(arms[arm], query, row, async () => {
      // The first execution after a switch of arms reads catalogs; the second shows the query alone.
      if (!query.writes) await session.query(`${EXPLAIN} ${query.sql}`, row.values)
      return session.query(`${EXPLAIN} ${query.sql}`, row.values)
    })
    const [explain] = explainSchema.array().parse(JSON.parse(result?.['QUERY PLAN'] ?? '[]'))
    if (explain === undefined) throw new Error(`EXPLAIN of query "${query.name}" returned no plan`)
    explained.push({ row: index, cohort: row.cohort, hit: row.hit, explain })
  }
  return { query: query.name, arm, explained }
}

function representativeRows({ rows }: MeasuredQuery): readonly number[] {
  const cohorts = [...new Set(rows.map((row) => row.cohort))]
  return cohorts.map((cohort) => {
    const hit = rows.findIndex((row) => row.cohort === cohort && row.hit)
    return hit >= 0 ? hit : rows.findIndex((row) => row.cohort === cohort)
  })
}
