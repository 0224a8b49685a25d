// A connection of `pg` behind the Session interface.
import { errorOrAbort } from '../model/errors.js'
import { CopyExchange } from './copy-exchange.js'
import { openPgConnection, type PgConnection, type PgConnectionOptions } from './pg-connection.js'
import type { Notice, PreparedStatement, Row, Session, Timing, Value } from './session.js'
import { asStatementTimeout } from './statement-timeout-error.js'
import { watchArrivals, WireExchange } from './wire-exchange.js'
import { closeMessage, executeMessage, prepareMessage } from './wire-messages.js'

export type PgSessionOptions = PgConnectionOptions

export interface OpenSession {
  readonly session: Session
  /** The backend's process as the connection was told of it: a pooler gives a number of its own. */
  readonly processId: number | null
  /** Never throws: a connection that is gone is closed. */
  close(): Promise<void>
}

/** The server cancels a statement at its limit and says so; only where that does not come is the connection given up. */
const REPLY_GRACE_MS = 15_000

/** Runs `work` on a connection of its own. Throws as openPgConnection does when it cannot connect. */
export async function withPgSession<T>(
  options: PgSessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { session, close } = await openPgSession(options)
  try {
    return await work(session)
  } catch (error) {
    throw errorOrAbort(error, options.signal)
  } finally {
    await close()
  }
}

/** For an owner that outlives one piece of work; everyone else takes withPgSession. */
export async function openPgSession(options: PgSessionOptions): Promise<OpenSession> {
  const connection = await openPgConnection(options)
  const { processId, close } = connection
  return { session: sessionOn(connection, options.now), processId, close }
}

function sessionOn(connection: PgConnection, now: () => number): Session {
  const { client, exchange } = connection
  let notices: Notice[] = []
  let prepared = 0
  let limitMs = Infinity
  client.on('notice', ({ severity = 'NOTICE', code = '00000', message = '' }) => {
    notices.push({ severity, code, message })
  })
  const clock = { now, arrivals: watchArrivals(client.connection.stream, now) }
  const send = (doing: string, message: Buffer): Promise<Timing> =>
    exchange(doing, () => client.query(new WireExchange(message, clock)).done)
  const run = async (message: Buffer): Promise<Timing> => {
    const startNs = now()
    try {
      return await send('running a prepared query', message)
    } catch (error) {
      throw asStatementTimeout(error, now() - startNs, limitMs)
    }
  }
  const query = async (sql: string, values: readonly Value[] = []): Promise<readonly Row[]> =>
    (await exchange('running a query', () => client.query<Row>(sql, [...values]))).rows

  return {
    query,
    script: async (sql) => {
      await exchange('running a script', () => client.query(sql))
    },
    prepare: async (sql): Promise<PreparedStatement> => {
      const name = `indexproof_${++prepared}`
      await send('preparing a query', prepareMessage(name, sql))
      return {
        name,
        bind: (values) => {
          const message = executeMessage(name, values)
          return { run: () => run(message) }
        },
        close: async () => {
          await send('closing a prepared query', closeMessage(name))
        },
      }
    },
    copyIn: (sql, chunks) => exchange('loading rows', () => client.query(new CopyExchange(sql, chunks)).done),
    takeNotices: () => {
      const taken = notices
      notices = []
      return taken
    },
    limitStatements: async (ms) => {
      limitMs = ms
      connection.setReplyLimit(ms + REPLY_GRACE_MS)
      await query(`select set_config('statement_timeout', $1, false)`, [`${ms}ms`])
    },
  }
}
