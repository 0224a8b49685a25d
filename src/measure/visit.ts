// A visit: some executions of one query with one parameter row in one arm, the first ones discarded.
import { DatabaseError } from '../postgres/database-error.js'
import type { BoundStatement, Session } from '../postgres/session.js'
import { StatementTimeoutError } from '../postgres/statement-timeout-error.js'
import { visitArm, type Arm } from './arms.js'
import type { MeasuredQuery, ParameterRow } from './measured-query.js'

export interface VisitSize {
  /** Executions thrown away: the first after a switch of arms re-plans. */
  readonly discard: number
  readonly keep: number
}

export interface Execution {
  readonly kept: boolean
  readonly durationNs: number
  readonly rows: number
  readonly error?: string
  /** Cut off at the statement timeout: it takes at least this long. */
  readonly censored?: true
}

const MILLISECOND_NS = 1e6
const VISIT_NS = 10 * MILLISECOND_NS
const FEWEST = 2
const MOST = 10
const LONG_NS = 500 * MILLISECOND_NS

/**
 * As many as fit ten milliseconds: two or three time slices of a scheduler, so that a visit is not just the one in which another process
 * took the core. At least two, at most ten; over half a second one must do.
 */
export function visitSize(medianNs: number): VisitSize {
  if (medianNs > LONG_NS) return { discard: 0, keep: 1 }
  return { discard: 1, keep: Math.max(FEWEST, Math.min(MOST, Math.floor(VISIT_NS / medianNs))) }
}

/** Below this ratio of latencies the arms keep the same: quantiles of unequally many differ even where nothing else does. */
const UNEQUAL_FROM = 3
const MOST_TIMES = 10

/**
 * The visit of an arm beside the other's, from their median latencies. Above a ratio of 3 the cheap arm keeps
 * √(costly ÷ cheap) times what the costly one keeps, at most 10 times: the most precision for the time (optimal allocation).
 * The spread of ln latency is taken as equal: the few executions of a warm-up tell it to a factor of about 1.5, and an allocation
 * that is wrong by so much loses 4 % of the precision.
 */
export function allocateVisit(ownNs: number, otherNs: number): VisitSize {
  const ratio = otherNs / ownNs
  if (ratio <= UNEQUAL_FROM && ratio >= 1 / UNEQUAL_FROM) return visitSize(Math.sqrt(ownNs * otherNs))
  const own = visitSize(ownNs)
  // A warm-up that failed took no time.
  if (ratio < 1 || ownNs === 0) return own
  const times = Math.min(MOST_TIMES, Math.sqrt(ratio))
  return { ...own, keep: Math.max(own.keep, Math.round(times * visitSize(otherNs).keep)) }
}

/**
 * Runs a visit. A failed execution ends it and is its last entry, and so does one that was cut off: another would be too.
 * A query that writes runs each execution between savepoints, so that all of them meet the same rows.
 */
export async function runVisit(
  arm: Arm,
  query: MeasuredQuery,
  row: ParameterRow,
  statement: BoundStatement,
  size: VisitSize,
): Promise<readonly Execution[]> {
  return visitArm(arm, query, row, async () => {
    const executions: Execution[] = []
    for (let i = 0; i < size.discard + size.keep; i++) {
      const execution = await execute(arm.session, query.writes, statement, i >= size.discard)
      executions.push(execution)
      if (execution.error !== undefined || execution.censored) break
    }
    return executions
  })
}

async function execute(
  session: Session,
  writes: boolean,
  statement: BoundStatement,
  kept: boolean,
): Promise<Execution> {
  if (writes) await session.script('savepoint execution')
  try {
    const timing = await statement.run()
    if (writes) await session.script('rollback to savepoint execution')
    return { kept, ...timing }
  } catch (error) {
    // Kept whatever its turn: it is all the visit will tell, and dropping it would drop the slowest.
    if (error instanceof StatementTimeoutError) {
      return { kept: true, durationNs: error.durationNs, rows: 0, censored: true }
    }
    if (!(error instanceof DatabaseError)) throw error
    return { kept, durationNs: 0, rows: 0, error: `${error.code}: ${error.message}` }
  }
}
