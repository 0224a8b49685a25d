// Plans and block counts, from executions of their own: instrumentation inside a timed one would cost up to 70 %.
import { at } from '../model/at.js'
import type { Pair } from '../model/comparison.js'
import type { ArmName } from '../model/evidence.js'
import { explainSchema, type ArmPlans, type Explain } from '../model/plan.js'
import { DatabaseError } from '../postgres/database-error.js'
import type { Row, Session, Value } from '../postgres/session.js'
import { visitArm, type Arm, type Arms } from './arms.js'
import { explainedStatement, type ExplainedStatement } from './explained-statement.js'
import type { MeasuredQuery, ParameterRow } from './measured-query.js'

/**
 * TIMING OFF: per-node clocks are the expensive part, and nothing here reads them. WAL: what a write costs beside its
 * time, exactly. All of it is in every version we take; a fork may know less, and is asked for less from then on.
 */
const FULL = 'explain (analyze, buffers, wal, timing off, format json)'
const PLAIN = 'explain (analyze, buffers, timing off, format json)'

/** What PostgreSQL answers to an EXPLAIN option that it does not know. */
const SYNTAX_ERROR = '42601'

const knowsLess = new WeakSet<Session>()

/** Explains the first hit of every cohort (or its first row, where it has no hit) in one state of a pair. */
export async function explainQuery(
  arms: Arms,
  arm: ArmName,
  query: MeasuredQuery,
  pair: Pair = 'main',
): Promise<Omit<ArmPlans, 'planningMs'>> {
  const explained: ArmPlans['explained'] = []
  const rows = representativeRows(query)
  const mode = pair === 'generic' && arm === 'after' ? 'generic' : query.planMode
  const statement = await explainedStatement(arms[arm], query, rows, mode)
  for (const index of rows) {
    const row = at(query.rows, index)
    const explain = await explainRow(arms[arm], query, row, statement)
    explained.push({ row: index, cohort: row.cohort, hit: row.hit, explain })
  }
  await statement.close()
  return { query: query.name, pair, arm, explained }
}

async function explainRow(
  arm: Arm,
  query: MeasuredQuery,
  row: ParameterRow,
  statement: ExplainedStatement,
): Promise<Explain> {
  if (knowsLess.has(arm.session)) return explainWith(PLAIN, arm, query, row, statement)
  try {
    return await explainWith(FULL, arm, query, row, statement)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== SYNTAX_ERROR) throw error
    const explain = await explainWith(PLAIN, arm, query, row, statement)
    knowsLess.add(arm.session)
    return explain
  }
}

async function explainWith(
  command: string,
  arm: Arm,
  query: MeasuredQuery,
  row: ParameterRow,
  statement: ExplainedStatement,
): Promise<Explain> {
  const [text, values]: [string, readonly Value[]] = statement.of(row)
  const [result] = await visitArm(arm, query, row, async () => {
    // The first execution after a switch of arms reads catalogs; the second shows the query alone.
    if (!query.writes) await arm.session.query(`${command} ${text}`, values)
    return arm.session.query(`${command} ${text}`, values)
  })
  return parseExplain(result, query)
}

/** What a row of EXPLAIN (FORMAT JSON) says. */
export function parseExplain(result: Row | undefined, { name }: MeasuredQuery): Explain {
  const [explain] = explainSchema.array().parse(JSON.parse(result?.['QUERY PLAN'] ?? '[]'))
  if (explain === undefined) throw new Error(`EXPLAIN of query "${name}" returned no plan`)
  return explain
}

/** The first hit of every cohort, or its first row where it has no hit. */
export function representativeRows({ rows }: MeasuredQuery): readonly number[] {
  const cohorts = [...new Set(rows.map((row) => row.cohort))]
  return cohorts.map((cohort) => {
    const hit = rows.findIndex((row) => row.cohort === cohort && row.hit)
    return hit >= 0 ? hit : rows.findIndex((row) => row.cohort === cohort)
  })
}
