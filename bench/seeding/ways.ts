// The ways to fill a table, each by itself: ours, and PostgreSQL's own programs with files that are ready.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { BLOCK_ROWS, type TableData } from '../../src/model/dataset.js'
import { blockEncoder, COPY_HEADER, COPY_TRAILER } from '../../src/postgres/copy-binary.js'
import type { Session } from '../../src/postgres/session.js'
import { loadTable } from '../../src/seed/load-table.js'
import type { BenchServer } from '../bench-server/bench-server.js'
import { clientEnvironment } from '../bench-server/client-environment.js'
import { loadFile, psql, type FileFormat } from './psql.js'

export interface Way {
  readonly data: string
  readonly name: string
  readonly rows: number
  load(): Promise<unknown>
}

const quiet = (): void => {}

export const oursWay = (data: string, table: TableData, session: Session): Way => ({
  data,
  name: 'IndexProof, one connection',
  rows: table.rowCount,
  load: () => loadTable(session, table, quiet),
})

/** Two tables at once, as a dataset's are: no table is split. */
export const twoTablesWay = (
  data: string,
  tables: readonly [TableData, TableData],
  sessions: readonly [Session, Session],
): Way => ({
  data,
  name: 'IndexProof, two connections, a table each',
  rows: tables[0].rowCount + tables[1].rowCount,
  load: () =>
    Promise.all([loadTable(sessions[0], tables[0], quiet), loadTable(sessions[1], tables[1], quiet)]),
})

/** Writes the file from the rows that are in the table (text), or from the encoder (binary). */
export async function fileWay(
  data: string,
  table: TableData,
  format: FileFormat,
  {
    bench,
    folder,
    signal,
  }: { readonly bench: BenchServer; readonly folder: string; readonly signal: AbortSignal },
): Promise<Way> {
  const file = join(folder, `${table.table}.${format}`)
  if (format === 'binary') await writeBinary(table, file)
  else await psql(bench.address, [`\\copy ${table.table} to '${file}'`], signal)
  return {
    data,
    name: `psql \\copy of a ready ${format} file`,
    rows: table.rowCount,
    load: () => loadFile(bench.address, { table: table.table, file, format }, signal),
  }
}

/** The rows of pgbench's own tables; only creating and filling them. */
export const pgbenchWay = ({ pgbench, address }: BenchServer, scale: number, signal: AbortSignal): Way => ({
  data: 'pgbench_accounts',
  name: 'pgbench -i (drop, create, generate)',
  rows: scale * 100_000,
  load: () =>
    promisify(execFile)(pgbench, ['-i', '-q', '-I', 'dtg', '-s', String(scale)], {
      env: { ...process.env, ...clientEnvironment(address, {}) },
      signal,
    }),
})

async function writeBinary(table: TableData, file: string): Promise<void> {
  const out = createWriteStream(file)
  const encode = blockEncoder(table)
  out.write(COPY_HEADER)
  for (let block = 0; block < Math.ceil(table.rowCount / BLOCK_ROWS); block++) {
    for (const chunk of encode(block)) if (!out.write(Buffer.from(chunk))) await once(out, 'drain')
  }
  out.end(COPY_TRAILER)
  await once(out, 'close')
}
