// A session that keeps what it is given to copy and run, and counts rows as a server would.
import type { Session } from '../../src/postgres/session.js'

export interface CopyCountingSession extends Session {
  readonly scripts: string[]
  readonly copies: { readonly sql: string; readonly bytes: Buffer }[]
}

/** `countRows` says how many rows the server claims to have loaded from the stream. */
export function copyCountingSession(countRows: (sql: string, bytes: Buffer) => number): CopyCountingSession {
  const scripts: string[] = []
  const copies: { sql: string; bytes: Buffer }[] = []
  return {
    scripts,
    copies,
    script: async (sql) => void scripts.push(sql),
    copyIn: async (sql, chunks) => {
      const bytes = Buffer.concat(Array.from(chunks, (chunk) => Buffer.from(chunk)))
      copies.push({ sql, bytes })
      return countRows(sql, bytes)
    },
    query: async () => [],
    prepare: async () => {
      throw new Error('seeding prepares nothing')
    },
    takeNotices: () => [],
    limitStatements: () => Promise.resolve(),
  }
}
