// PGlite behind the Session interface, spoken to in PostgreSQL's wire protocol. Its own query() would parse a statement
// anew each time and its COPY goes through a device file at a fifth of the speed; one message a round trip does neither.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import { serialize } from 'pg-protocol'
import { databaseErrorOf, noticesOf, rowsOf, type BackendMessage } from './backend-messages.js'
import { taggedRows } from './command-tag.js'
import { DatabaseError } from './database-error.js'
import { readReply } from './raw-reply.js'
import type { BoundStatement, Notice, PreparedStatement, Row, Session, Timing, Value } from './session.js'
import { closeMessage, executeMessage, prepareMessage, queryMessage } from './wire-messages.js'

export interface PgliteSessionOptions {
  readonly database: PGlite
  /** Aborts between statements: PGlite runs on this thread, so nothing can stop a statement under way. */
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
}

/** A session on this PGlite instance; there can be only one, for PGlite has a single backend. */
export function pgliteSession({ database, signal, now }: PgliteSessionOptions): Session {
  let notices: Notice[] = []
  let prepared = 0

  // PGlite answers without ever leaving the thread: without a turn of the event loop, signals and the display would starve.
  const exchange = async (message: Uint8Array): Promise<readonly BackendMessage[]> => {
    await nextTurn()
    signal.throwIfAborted()
    const messages = await database.execProtocolStream(message, { syncToFs: false, throwOnError: false })
    notices.push(...noticesOf(messages))
    const error = databaseErrorOf(messages)
    if (error !== undefined) throw error
    return messages
  }

  const prepare = async (sql: string): Promise<PreparedStatement> => {
    const name = `indexproof_${++prepared}`
    await exchange(prepareMessage(name, sql))
    return {
      name,
      bind: (values) => boundStatement(database, now, executeMessage(name, values)),
      close: async () => {
        await exchange(closeMessage(name))
      },
    }
  }

  return {
    query: async (sql: string, values: readonly Value[] = []): Promise<readonly Row[]> =>
      rowsOf(await exchange(queryMessage(sql, values))),
    script: async (sql) => {
      await exchange(serialize.query(sql))
    },
    prepare,
    copyIn: async (sql, chunks) => {
      const parts = [serialize.query(sql)]
      for (const chunk of chunks) parts.push(serialize.copyData(asBuffer(chunk)))
      parts.push(serialize.copyDone())
      return copiedRows(await exchange(Buffer.concat(parts)))
    },
    takeNotices: () => {
      const taken = notices
      notices = []
      return taken
    },
    // PGlite has no timers to cancel a statement by.
    limitStatements: () => Promise.resolve(),
  }
}

function boundStatement(database: PGlite, now: () => number, message: Uint8Array): BoundStatement {
  return {
    run: async (): Promise<Timing> => {
      const chunks: Uint8Array[] = []
      const start = now()
      // All of it happens before the call returns: the promise carries nothing but errors.
      const done = database.execProtocolRawStream(message, {
        syncToFs: false,
        onRawData: (bytes) => chunks.push(bytes.slice()),
      })
      const durationNs = now() - start
      await done
      const reply = readReply(Buffer.concat(chunks))
      if (reply.error !== null) throw new DatabaseError(reply.error)
      return { durationNs, rows: reply.rows }
    },
  }
}

const copiedRows = (messages: readonly BackendMessage[]): number =>
  taggedRows(messages.find((message) => message.name === 'commandComplete')?.text ?? '')

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
