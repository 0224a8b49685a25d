// A table whose rows are given, to test what is made of tables; and the whole COPY stream of one.
import type { Column, ColumnValue, TableData } from '../../src/model/dataset.js'
import { BLOCK_ROWS } from '../../src/model/dataset.js'
import { randomStream } from '../../src/model/random.js'
import { blockEncoder, COPY_HEADER, COPY_TRAILER } from '../../src/postgres/copy-binary.js'

export const tableOfRows = (
  table: string,
  columns: readonly Column[],
  rows: readonly (readonly ColumnValue[])[],
): TableData => ({
  schema: 'public',
  table,
  columns,
  rowCount: rows.length,
  sources: columns.map((format, column) => ({
    format,
    nullShare: 0,
    content: { kind: 'drawn', draw: (row) => rows[row]?.[column] ?? null },
  })),
  streamsOf: () => columns.map(({ name }) => randomStream(0, name)),
  rows: () => rows,
})

/** Chunks of the rows, each a copy of its own. */
export const rowChunks = (table: TableData): Buffer[] => {
  const encode = blockEncoder(table)
  const blocks = [...Array(Math.ceil(table.rowCount / BLOCK_ROWS)).keys()]
  return blocks.flatMap((block) => Array.from(encode(block), (chunk) => Buffer.from(chunk)))
}

export const copyStreamOf = (table: TableData): Uint8Array[] => [
  COPY_HEADER,
  ...rowChunks(table),
  COPY_TRAILER,
]
