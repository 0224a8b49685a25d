// Fills an empty database with a dataset: tables, rows through binary COPY, then keys, policies and grants.
import { createHash } from 'node:crypto'
import type { Dataset, TableData } from '../model/dataset.js'
import type { Session } from '../postgres/session.js'
import { loadTable } from './load-table.js'
import { loadProgress } from './load-progress.js'
import { shownName } from './shown-name.js'

export interface SeedOptions {
  readonly seed: number
  readonly mainRows: number
  /** SQL with its placeholders filled in, before the rows and after them. */
  readonly tablesSql: string
  readonly constraintsSql: string
  /** Called often: 0 to 1, and what was loaded at what rate. What it throws ends the seeding. */
  readonly onProgress: (fraction: number, detail: string) => void
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
}

export interface SeededData {
  /** Rows by table; of another schema than public by schema.table. */
  readonly rows: Record<string, number>
  /**
   * SHA-256, hex, of the tables' names and of the SHA-256 of their encoded rows, in the order of the dataset: the same on
   * every server and however many connections loaded them.
   */
  readonly checksum: string
}

/**
 * Each session loads tables side by side with the others, and a table by itself: two in one table would mix their pages by
 * chance, and with them what BRIN indexes and the planner's correlation see. Throws DatabaseError where PostgreSQL refuses,
 * brokenError where the rows are not those that were announced.
 */
export async function seedDataset(
  sessions: readonly [Session, ...Session[]],
  dataset: Dataset,
  options: SeedOptions,
): Promise<SeededData> {
  const [session] = sessions
  await session.script(options.tablesSql)
  const tables = dataset.generate(options.seed, options.mainRows)
  const onRows = loadProgress(tables, options)
  const digests = await loadAll(sessions, tables, onRows)
  await session.script(options.constraintsSql)
  const hash = createHash('sha256')
  for (const table of tables) hash.update(`${shownName(table)} ${digests.get(table) ?? ''}\n`)
  return {
    rows: Object.fromEntries(tables.map((table) => [shownName(table), table.rowCount])),
    checksum: hash.digest('hex'),
  }
}

/** Largest first, so that no session is left with one while the others have nothing to do. Gives the digests. */
async function loadAll(
  sessions: readonly Session[],
  tables: readonly TableData[],
  onRows: (table: TableData, rows: number) => void,
): Promise<ReadonlyMap<TableData, string>> {
  const waiting = [...tables].sort((a, b) => b.rowCount - a.rowCount)
  const digests = new Map<TableData, string>()
  const stop = new AbortController()
  const load = async (session: Session): Promise<void> => {
    for (let table = waiting.shift(); table !== undefined; table = waiting.shift()) {
      const current = table
      const loaded = loadTable(session, current, (rows) => {
        stop.signal.throwIfAborted()
        onRows(current, rows)
      })
      digests.set(current, await loaded)
    }
  }
  const failing = sessions.map((session) =>
    load(session).catch((error: unknown) => {
      waiting.length = 0
      stop.abort(error)
    }),
  )
  await Promise.all(failing)
  stop.signal.throwIfAborted()
  return digests
}
