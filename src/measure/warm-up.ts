// Executions before the first sample: caches fill, plans settle, and we learn how long a visit will take.
import type { Pair } from '../model/comparison.js'
import type { ArmName, WarmUp } from '../model/evidence.js'
import { at } from '../model/at.js'
import type { Arms } from './arms.js'
import type { PreparedQuery } from './prepared-query.js'
import { runVisit } from './visit.js'

/** PostgreSQL considers a generic plan after five executions. */
const MINIMUM_EXECUTIONS = 6
const MAXIMUM_EXECUTIONS = 30
const MAXIMUM_NS = 5e9
/** Converged when the last three executions differ from the three before by less than this share. */
const CONVERGED_WITHIN = 0.1

/**
 * Executes one arm of a query with one parameter row until its latency is steady.
 * An execution that fails or is cut off at the statement timeout ends the warm-up: the rounds will record it.
 */
export async function warmUp(
  { pair, arms }: { readonly pair: Pair; readonly arms: Arms },
  arm: ArmName,
  { query, statements }: PreparedQuery,
  rowIndex: number,
): Promise<WarmUp> {
  const row = at(query.rows, rowIndex)
  const statement = at(statements[arm], rowIndex)
  const durations: number[] = []
  let spentNs = 0
  let ended = false
  while (!ended && durations.length < MAXIMUM_EXECUTIONS && spentNs < MAXIMUM_NS && !isSteady(durations)) {
    const executions = await runVisit(arms[arm], query, row, statement, { discard: 0, keep: 3 })
    for (const { durationNs, error, censored } of executions) {
      durations.push(durationNs)
      spentNs += durationNs
      ended ||= error !== undefined || censored === true
    }
  }
  return {
    type: 'warm-up',
    query: query.name,
    pair,
    arm,
    cohort: row.cohort,
    executions: durations.length,
    converged: !ended && isSteady(durations),
    medianNs: median(durations.slice(-3)),
  }
}

function isSteady(durations: readonly number[]): boolean {
  if (durations.length < MINIMUM_EXECUTIONS) return false
  const last = median(durations.slice(-3))
  const previous = median(durations.slice(-6, -3))
  return Math.abs(last - previous) <= CONVERGED_WITHIN * previous
}

/** Of at most three values; 0 of none. */
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
