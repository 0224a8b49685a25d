// A visit: some executions of one query with one parameter row in one arm, the first ones discarded.
import { DatabaseError } from '../postgres/database-error.js'
import type { BoundStatement, Session } from '../postgres/session.js'
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
}

const MILLISECOND_NS = 1e6
const SHORT_NS = MILLISECOND_NS
const LONG_NS = 500 * MILLISECOND_NS

/** Ten kept executions under a millisecond halve the interval of a 0.2 ms arm; over half a second one must do. */
export function visitSize(medianNs: number): VisitSize {
  if (medianNs > LONG_NS) return { discard: 0, keep: 1 }
  return { discard: 1, keep: medianNs < SHORT_NS ? 10 : 2 }
}

/**
 * Runs a visit. A failed execution ends it and is its last entry.
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
      if (execution.error !== undefined) break
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
    if (!(error instanceof DatabaseError)) throw error
    return { kept, durationNs: 0, rows: 0, error: `${error.code}: ${error.message}` }
  }
}
