// Asks the scenario's checks in both arms, and runs what is said to fail in the one with the migration; as the owner, in
// transactions that are rolled back. After measuring: what the measurement itself did (scans of indexes, reads) counts.
import type { CheckAnswer, CheckFacts, FailFacts, FailLine } from '../../model/scenario-checks.js'
import type { EvidenceHeader, EvidenceLine } from '../../model/evidence.js'
import type { Progress } from '../../model/progress.js'
import { ARM_NAMES, type Arm, type Arms } from '../../measure/arms.js'
import { DatabaseError } from '../../postgres/database-error.js'
import type { Row, Session } from '../../postgres/session.js'
import { withRollback } from '../../postgres/transaction.js'
import { STATEMENT_LIMITS_MS } from './time-limits.js'

/** An A/A run asks nothing: there is no state with the migration. */
export async function runChecks(
  { run, server, checks, fails }: EvidenceHeader,
  arms: Arms,
  record: (line: EvidenceLine) => void,
  progress: Progress,
): Promise<void> {
  if (run.arms === 'aa' || checks.length + fails.length === 0) return
  progress.phase('Asking the checks')
  const sessions = [...new Set(ARM_NAMES.map((arm) => arms[arm].session))]
  for (const session of sessions) {
    await session.limitStatements(STATEMENT_LIMITS_MS.checking)
    await bringCountsUpToDate(session, server.versionNumber)
  }
  for (const [i, check] of checks.entries()) {
    progress.advance(i / checks.length, check.name)
    for (const arm of ARM_NAMES) {
      record({ type: 'check', check: check.name, arm, answer: await ask(check, arms[arm]) })
    }
  }
  for (const fail of fails) record(await tryToFail(fail, arms.after))
  for (const session of sessions) await session.limitStatements(run.statementTimeoutMs)
}

/** What a session counted (scans, rows, reads) is otherwise told up to a second later, and missing in its own eyes. */
async function bringCountsUpToDate(session: Session, versionNumber: number): Promise<void> {
  if (versionNumber >= 150_000) await session.query('select pg_stat_force_next_flush()')
}

async function ask({ sql }: CheckFacts, arm: Arm): Promise<CheckAnswer> {
  try {
    return answerOf(await inArm(arm, () => arm.session.query(sql)))
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    return { state: 'void', reason: `${error.message} (SQLSTATE ${error.code})` }
  }
}

function answerOf(rows: readonly Row[]): CheckAnswer {
  const [row] = rows
  if (row === undefined || rows.length > 1) {
    return { state: 'void', reason: `it returned ${rows.length} rows instead of one` }
  }
  const { passed, detail } = row
  if (passed === undefined || detail === undefined) {
    const columns = Object.keys(row).join(', ')
    return { state: 'void', reason: `it returned the columns ${columns} instead of passed and detail` }
  }
  if (passed !== 't' && passed !== 'f') {
    return { state: 'void', reason: `passed is ${passed ?? 'NULL'}, neither true nor false` }
  }
  return { state: 'answered', passed: passed === 't', detail: detail ?? '' }
}

async function tryToFail({ name, sql }: FailFacts, arm: Arm): Promise<FailLine> {
  try {
    await inArm(arm, () => arm.session.script(sql))
    return { type: 'fail', fail: name, failure: null }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    const { code: sqlstate, message } = error
    return { type: 'fail', fail: name, failure: { sqlstate, message } }
  }
}

const inArm = <T>({ session, entry }: Arm, work: () => Promise<T>): Promise<T> =>
  withRollback(session, async () => {
    if (entry !== '') await session.script(entry)
    return work()
  })
