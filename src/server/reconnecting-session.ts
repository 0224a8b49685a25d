// A session whose connection can be closed and opened again under it: a database is only copied while nobody is in it.
import type { OpenSession } from '../postgres/pg-session.js'
import type { Session } from '../postgres/session.js'

export interface ReconnectingSession {
  readonly session: Session
  /** Runs `work` while the connection is closed. What was prepared, set or temporary before does not survive; limits do. */
  apart(work: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

export async function openReconnecting(open: () => Promise<OpenSession>): Promise<ReconnectingSession> {
  let current = await open()
  let limitMs: number | undefined
  return {
    session: {
      query: (sql, values) => current.session.query(sql, values),
      script: (sql) => current.session.script(sql),
      prepare: (sql) => current.session.prepare(sql),
      copyIn: (sql, chunks) => current.session.copyIn(sql, chunks),
      takeNotices: () => current.session.takeNotices(),
      limitStatements: (ms) => {
        limitMs = ms
        return current.session.limitStatements(ms)
      },
    },
    apart: async (work) => {
      await current.close()
      try {
        await work()
      } finally {
        current = await open()
        if (limitMs !== undefined) await current.session.limitStatements(limitMs)
      }
    },
    close: () => current.close(),
  }
}
