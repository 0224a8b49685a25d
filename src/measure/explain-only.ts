// Plans without executing them: cheap enough for every parameter row, and for a database with any index left out.
import { explainSchema, type Explain } from '../model/plan.js'
import { visitArm, type Arm } from './arms.js'
import type { MeasuredQuery, ParameterRow } from './measured-query.js'

/** VERBOSE: it names the schema of each relation, and so of its indexes. */
export async function explainOnly(arm: Arm, query: MeasuredQuery, row: ParameterRow): Promise<Explain> {
  const [result] = await visitArm(arm, query, row, () =>
    arm.session.query(`explain (verbose, format json) ${query.sql}`, row.values),
  )
  const [explain] = explainSchema.array().parse(JSON.parse(result?.['QUERY PLAN'] ?? '[]'))
  if (explain === undefined) throw new Error(`EXPLAIN of query "${query.name}" returned no plan`)
  return explain
}
