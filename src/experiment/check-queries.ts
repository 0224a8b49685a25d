// Before any time is taken: every query runs, answers the same in both arms, and shows its plans.
import { compareResults } from '../analyse/compare-results.js'
import { at } from '../model/at.js'
import type { ResultCheck } from '../model/evidence.js'
import type { ArmPlans } from '../model/plan.js'
import type { Progress } from '../model/progress.js'
import type { Query, SourceText } from '../model/scenario.js'
import type { ArmScripts } from '../measure/arms.js'
import { explainQuery } from '../measure/explain.js'
import { fetchResults } from '../measure/fetch-results.js'
import type { MeasuredQuery } from '../measure/measured-query.js'
import { DatabaseError } from '../postgres/database-error.js'
import type { Session } from '../postgres/session.js'
import { statementError } from '../postgres/sql/statement-error.js'

const ARMS = ['before', 'after'] as const

export interface QueryChecks {
  readonly checks: readonly ResultCheck[]
  readonly plans: readonly ArmPlans[]
  /** Rows returned, by query and parameter row. */
  readonly returned: readonly (readonly number[])[]
}

export async function checkQueries(
  session: Session,
  queries: readonly Query[],
  measured: readonly MeasuredQuery[],
  scripts: ArmScripts,
  progress: Progress,
): Promise<QueryChecks> {
  const checks: ResultCheck[] = []
  const plans: ArmPlans[] = []
  const returned: number[][] = []
  for (const [i, query] of queries.entries()) {
    progress.advance(i / queries.length, query.name)
    const target = at(measured, i)
    await pointingAt({ path: query.sql.path, text: target.sql }, async () => {
      const results = await fetchResults(session, scripts, target)
      checks.push(compareResults(query, results))
      returned.push(results.map(({ before }) => before.length))
      for (const arm of ARMS) plans.push(await explainQuery(session, arm, scripts[arm], target))
    })
  }
  // What EXPLAIN ANALYZE of a write touched and rolled back must not slow the reads that follow.
  await session.script('vacuum')
  await session.script('checkpoint')
  return { checks, plans, returned }
}

/** A query that PostgreSQL refuses is the scenario's mistake, and its message belongs to the file. */
async function pointingAt(source: SourceText, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw error instanceof DatabaseError ? statementError(source, 0, error) : error
  }
}
