// A connection of `pg` that says clearly when it is gone: whichever way a socket dies, idle or in any exchange, the
// exchange and all that follow reject with one ConnectionLostError, and nothing rejects unheard.
import pg from 'pg'
import type { Address } from '../model/address.js'
import { ConnectionLostError } from './connection-lost-error.js'
import { endsConnection, fromPgError } from './pg-error.js'
import { watchReplies } from './reply-watchdog.js'

export interface PgConnectionOptions {
  readonly address: Address
  /** Aborting closes the connection, so that nothing waits for a statement under way. */
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  /** Told once, when the connection dies without our doing, also while it is idle. */
  readonly onLost?: (error: Error) => void
}

export interface PgConnection {
  readonly client: pg.Client
  /** The backend's process as the connection was told of it: a pooler gives a number of its own. */
  readonly processId: number | null
  /**
   * Runs one exchange with the server; `doing` names it, e.g. "running a query". Throws the signal's reason once it is
   * aborted, ConnectionLostError where the connection is gone, DatabaseError for what the server reports.
   */
  exchange<T>(doing: string, work: () => Promise<T>): Promise<T>
  /** How long one exchange may wait for its answer before the connection is given up. */
  setReplyLimit(limitMs: number): void
  /** Never throws: a connection that is gone is closed. */
  close(): Promise<void>
}

const CONNECT_WITHIN_MS = 10_000
const KEEP_ALIVE_AFTER_MS = 10_000
/** A goodbye that nobody acknowledges: behind a black hole the socket would stay for minutes. */
const CLOSE_WITHIN_MS = 2000
/** Until a phase sets its own: nothing we ask takes longer. */
const LONGEST_REPLY_MS = 2 * 60 * 60 * 1000

/** Throws DatabaseError where the server refuses us, and what the socket throws where it is not reached. */
export async function openPgConnection({
  address,
  signal,
  now,
  onLost,
}: PgConnectionOptions): Promise<PgConnection> {
  signal.throwIfAborted()
  const client = new pg.Client(clientConfig(address))
  const drop = (): void => void client.connection.stream.destroy()
  let doing = 'idle'
  let lost: ConnectionLostError | undefined
  const lose = (cause: Error): ConnectionLostError => {
    if (lost === undefined) {
      lost = new ConnectionLostError(doing, cause)
      if (!signal.aborted) onLost?.(lost)
    }
    return lost
  }
  const failure = (error: unknown): unknown => {
    if (signal.aborted) return signal.reason
    if (lost !== undefined) return lost
    const known = fromPgError(error)
    return endsConnection(known) ? lose(known) : known
  }
  const onSilence = (waitedMs: number): void => {
    lose(new Error(`no answer came for ${Math.round(waitedMs / 1000)} s`))
    drop()
  }

  // Without a listener, a connection lost between exchanges would end the process.
  client.on('error', lose)
  signal.addEventListener('abort', drop, { once: true })
  await connect(client, signal, drop)
  const watchdog = watchReplies({ now, limitMs: LONGEST_REPLY_MS, onSilence })
  return {
    client,
    processId: (client as pg.Client & { readonly processID: number | null }).processID,
    exchange: async (what, work) => {
      signal.throwIfAborted()
      if (lost !== undefined) throw lost
      doing = what
      watchdog.begin()
      try {
        return await work()
      } catch (error) {
        throw failure(error)
      } finally {
        watchdog.end()
        doing = 'idle'
      }
    },
    setReplyLimit: watchdog.setLimit,
    close: async () => {
      signal.removeEventListener('abort', drop)
      watchdog.stop()
      const late = setTimeout(drop, CLOSE_WITHIN_MS)
      await client.end().catch(() => {})
      clearTimeout(late)
    },
  }
}

async function connect(client: pg.Client, signal: AbortSignal, drop: () => void): Promise<void> {
  try {
    await client.connect()
  } catch (error) {
    signal.removeEventListener('abort', drop)
    drop()
    signal.throwIfAborted()
    throw fromPgError(error)
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
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    types: { getTypeParser: () => keepText },
  }
}

const keepText = (value: string): string => value
