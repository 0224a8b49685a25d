// Fills an empty database with a dataset: tables, rows through binary COPY, then keys, policies and grants.
import { createHash, type Hash } from 'node:crypto'
import type { ColumnValue, Dataset, TableData } from '../model/dataset.js'
import { brokenError } from '../model/errors.js'
import { COPY_HEADER, COPY_TRAILER, encodeCopyRows } from '../postgres/copy-binary.js'
import { quoteIdentifier, quoteQualified } from '../postgres/identifiers.js'
import type { Session } from '../postgres/session.js'
import { takeBatch } from './take-batch.js'

/** Rows per COPY: between two of them an abort is noticed and progress is shown. */
const BATCH_ROWS = 10_000

export interface SeedOptions {
  readonly seed: number
  readonly mainRows: number
  /** SQL with its placeholders filled in, before the rows and after them. */
  readonly tablesSql: string
  readonly constraintsSql: string
  /** Called after every batch: 0 to 1, and what was loaded. */
  readonly onProgress: (fraction: number, detail: string) => void
  readonly batchRows?: number
}

export interface SeededData {
  /** Rows by table; of another schema than public by schema.table. */
  readonly rows: Record<string, number>
  /** SHA-256, hex, of table names and encoded rows in load order; the same on every server and for every batch size. */
  readonly checksum: string
}

/** Throws DatabaseError where PostgreSQL refuses, brokenError where the rows are not those that were announced. */
export async function seedDataset(
  session: Session,
  dataset: Dataset,
  options: SeedOptions,
): Promise<SeededData> {
  await session.script(options.tablesSql)
  const tables = dataset.generate(options.seed, options.mainRows)
  const total = tables.reduce((sum, table) => sum + table.rowCount, 0)
  const hash = createHash('sha256')
  let loaded = 0
  for (const table of tables) {
    hash.update(`${shownName(table)}\n`)
    await loadTable(session, table, hash, options.batchRows ?? BATCH_ROWS, (rows) => {
      loaded += rows
      options.onProgress(loaded / total, `${shownName(table)}, ${loaded} of ${total} rows`)
    })
  }
  await session.script(options.constraintsSql)
  return {
    rows: Object.fromEntries(tables.map((table) => [shownName(table), table.rowCount])),
    checksum: hash.digest('hex'),
  }
}

async function loadTable(
  session: Session,
  table: TableData,
  hash: Hash,
  batchRows: number,
  onLoaded: (rows: number) => void,
): Promise<void> {
  const sql = copyStatement(table)
  const rows = table.rows()[Symbol.iterator]()
  let loaded = 0
  for (let batch = takeBatch(rows, batchRows); batch.length > 0; batch = takeBatch(rows, batchRows)) {
    const copied = await session.copyIn(sql, hashedStream(table, batch, loaded, hash))
    if (copied !== batch.length) throw miscount(table, `COPY loaded ${copied} of ${batch.length} rows`)
    loaded += copied
    onLoaded(copied)
  }
  if (loaded !== table.rowCount)
    throw miscount(table, `it announced ${table.rowCount} rows and gave ${loaded}`)
}

function copyStatement({ schema, table, columns }: TableData): string {
  const names = columns.map((column) => quoteIdentifier(column.name)).join(', ')
  return `COPY ${quoteQualified(schema, table)} (${names}) FROM STDIN (FORMAT binary)`
}

/** The header and trailer of each batch stay out of the hash, so that it does not depend on the size of batches. */
function* hashedStream(
  table: TableData,
  batch: readonly (readonly ColumnValue[])[],
  loaded: number,
  hash: Hash,
): Iterable<Uint8Array> {
  yield COPY_HEADER
  try {
    for (const chunk of encodeCopyRows(table.columns, batch)) {
      hash.update(chunk)
      yield chunk
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw brokenError(`Table "${shownName(table)}", after ${loaded} rows: ${error.message}.`, {
      hint: 'The generator of the dataset made a value that its column cannot hold: correct it in seeds/.',
      cause: error,
    })
  }
  yield COPY_TRAILER
}

const shownName = ({ schema, table }: TableData): string =>
  schema === 'public' ? table : `${schema}.${table}`

const miscount = (table: TableData, problem: string): Error =>
  brokenError(`Seeding table "${shownName(table)}" went wrong: ${problem}.`, {
    hint: 'Is something else writing to this database, or does a generator in seeds/ miscount?',
  })
