// A session without a server, for tests of schedules: it writes down what it is asked, and time passes only by its executions.
import { DatabaseError } from '../../src/postgres/database-error.js'
import type { Row, Session } from '../../src/postgres/session.js'

export interface FakeExecution {
  readonly sql: string
  readonly values: readonly (string | null)[]
  /** The script that began the transaction it runs in. */
  readonly entry: string
  /** How many executions of this statement came before. */
  readonly nth: number
}

export interface FakeSession extends Session {
  /** Everything asked, in order: `script: …`, `prepare: …`, `run: …`. */
  readonly log: string[]
  /** Nanoseconds since the start. */
  now(): number
}

/** `durationNs` decides how long each execution takes; a DatabaseError returned instead is thrown. */
export function fakeSession(durationNs: (execution: FakeExecution) => number | DatabaseError): FakeSession {
  const log: string[] = []
  const executed = new Map<string, number>()
  let clock = 0
  let entry = ''
  return {
    log,
    now: () => clock,
    query: (sql): Promise<readonly Row[]> => {
      log.push(`query: ${sql}`)
      return Promise.resolve([])
    },
    script: (sql) => {
      log.push(`script: ${sql}`)
      if (sql.startsWith('begin')) entry = sql
      return Promise.resolve()
    },
    prepare: (sql) => {
      log.push(`prepare: ${sql}`)
      return Promise.resolve({
        name: sql,
        bind: (values) => ({
          run: () => {
            log.push(`run: ${sql}${values.length > 0 ? ` [${values.join(', ')}]` : ''}`)
            const nth = executed.get(sql) ?? 0
            executed.set(sql, nth + 1)
            const duration = durationNs({ sql, values, entry, nth })
            if (duration instanceof DatabaseError) return Promise.reject(duration)
            clock += duration
            return Promise.resolve({ durationNs: duration, rows: 1 })
          },
        }),
        close: () => Promise.resolve(),
      })
    },
    copyIn: () => Promise.resolve(0),
    takeNotices: () => [],
    limitStatements: () => Promise.resolve(),
  }
}

export const fakeDatabaseError = (code: string, message: string): DatabaseError =>
  new DatabaseError({
    code,
    message,
    severity: 'ERROR',
    detail: undefined,
    hint: undefined,
    position: undefined,
  })
