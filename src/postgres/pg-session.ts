// A connection of `pg` behind the Session interface.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Address } from '../model/address.js'
import { errorOrAbort } from '../model/errors.js'
import { fromPgError } from './pg-error.js'
import type { Notice, PreparedStatement, Row, Session, Timing } from './session.js'
import { WireExchange } from './wire-exchange.js'
import { closeMessage, executeMessage, prepareMessage } from './wire-messages.js'

export interface PgSessionOptions {
  readonly address: Address
  /** Aborting closes the connection, so that nothing waits for a statement under way. */
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
}

export interface OpenSession {
  readonly session: Session
  /** The backend's process as the connection was told of it: a pooler gives a number of its own. */
  readonly processId: number | null
  /** Never throws: a connection that is gone is closed. */
  close(): Promise<void>
}

/** Runs `work` on a connection of its own. Throws what `pg` throws when it cannot connect. */
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
export async function openPgSession({ address, signal, now }: PgSessionOptions): Promise<OpenSession> {
  signal.throwIfAborted()
  const client = new pg.Client(clientConfig(address))
  // A connection lost between statements would end the process; the next statement tells of it.
  client.on('error', () => {})
  await client.connect()
  const drop = (): void => void client.connection.stream.destroy()
  signal.addEventListener('abort', drop, { once: true })
  return {
    session: sessionOn(client, now),
    processId: (client as pg.Client & { readonly processID: number | null }).processID,
    close: async () => {
      signal.removeEventListener('abort', drop)
      await client.end().catch(() => {})
    },
  }
}

/** Everything is given: what is left out `pg` would take from the environment. */
function clientConfig({ host, port, user, password, database, tls }: Address): pg.ClientConfig {
  return {
    host,
    port,
    user,
    database,
    ...(password === null ? {} : { password }),
    ssl: tls === 'disable' ? false : { rejectUnauthorized: tls === 'verify-full' },
    application_name: 'indexproof',
    types: { getTypeParser: () => keepText },
  }
}

function sessionOn(client: pg.Client, now: () => number): Session {
  let notices: Notice[] = []
  let prepared = 0
  client.on('notice', ({ severity = 'NOTICE', code = '00000', message = '' }) => {
    notices.push({ severity, code, message })
  })
  const exchange = (message: Buffer): Promise<Timing> => client.query(new WireExchange(message, now)).done

  return {
    query: async (sql, values = []): Promise<readonly Row[]> =>
      (await translated(client.query<Row>(sql, [...values]))).rows,
    script: async (sql) => {
      await translated(client.query(sql))
    },
    prepare: async (sql): Promise<PreparedStatement> => {
      const name = `indexproof_${++prepared}`
      await exchange(prepareMessage(name, sql))
      return {
        bind: (values) => {
          const message = executeMessage(name, values)
          return { run: () => exchange(message) }
        },
        close: async () => {
          await exchange(closeMessage(name))
        },
      }
    },
    copyIn: async (sql, chunks) => {
      const target = client.query(copyFrom(sql))
      await translated(pipeline(Readable.from(chunks, { objectMode: true }), target))
      return target.rowCount
    },
    takeNotices: () => {
      const taken = notices
      notices = []
      return taken
    },
  }
}

async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw fromPgError(error)
  }
}

const keepText = (value: string): string => value
