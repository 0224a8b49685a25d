// Before any time is taken: every query runs, answers the same in both arms, and shows its plans.
import { compareResults } from '../../analyse/summaries/compare-results.js'
import { at } from '../../model/at.js'
import type { ResultCheck } from '../../model/facts.js'
import type { ArmPlans } from '../../model/plan.js'
import type { Progress } from '../../model/progress.js'
import type { Query, SourceText } from '../../model/scenario.js'
import { ARM_NAMES, type Arms } from '../../measure/arms.js'
import { explainQuery } from '../../measure/explain.js'
import { fetchResults } from '../../measure/fetch-results.js'
import type { MeasuredQuery } from '../../measure/measured-query.js'
import { measurePlanning } from '../../measure/planning-times.js'
import { tidyArms } from '../../measure/tidy-arms.js'
import { DatabaseError } from '../../postgres/database-error.js'
import { isServerTrouble } from '../../model/server-trouble.js'
import { statementError } from '../../postgres/sql/statement-error.js'

export interface QueryChecks {
  readonly checks: readonly ResultCheck[]
  readonly plans: readonly ArmPlans[]
  /** Rows returned, by query and parameter row. */
  readonly returned: readonly (readonly number[])[]
}

export async function checkQueries(
  arms: Arms,
  queries: readonly Query[],
  measured: readonly MeasuredQuery[],
  progress: Progress,
): Promise<QueryChecks> {
  const checks: ResultCheck[] = []
  const plans: ArmPlans[] = []
  const returned: number[][] = []
  for (const [i, query] of queries.entries()) {
    progress.advance(i / queries.length, query.name)
    const target = at(measured, i)
    await pointingAt({ path: query.sql.path, text: target.sql }, async () => {
      const results = await fetchResults(arms, target, query.recall !== null)
      checks.push(compareResults(query, results))
      returned.push(results.map(({ before }) => before.length))
      const planningMs = await measurePlanning(arms, target)
      for (const arm of ARM_NAMES) {
        plans.push({ ...(await explainQuery(arms, arm, target)), planningMs: planningMs[arm] })
      }
    })
  }
  // What EXPLAIN ANALYZE of a write touched and rolled back must not slow the reads that follow.
  await tidyArms(arms.before, arms.after)
  return { checks, plans, returned }
}

/** A query that PostgreSQL refuses is the scenario's mistake, and its message belongs to the file. */
async function pointingAt(source: SourceText, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof DatabaseError) || isServerTrouble(error.code)) throw error
    throw statementError(source, 0, error)
  }
}
