// A table described column by column: each column draws from a random stream of its own, so that adding one shifts no other.
import type { Column, ColumnSource, ColumnValue, TableData } from '../../src/model/dataset.js'
import { randomStream, type RandomStream } from '../../src/model/random.js'

/**
 * Streams begin anew with every block: any block can be made by itself, on any connection, and holds the same rows.
 * So a column's function depends on its row and its stream alone, never on what it was called for before.
 */
export const BLOCK_ROWS = 10_000

export interface TableDefinition {
  /** public unless told. */
  readonly schema?: string
  readonly table: string
  readonly rows: number
  readonly columns: Readonly<Record<string, ColumnSource>>
}

export function defineTable(seed: number, dataset: string, definition: TableDefinition): TableData {
  const { schema = 'public', table, rows } = definition
  const sources = Object.values(definition.columns)
  const columns = Object.entries(definition.columns).map(([name, { format }]): Column => ({
    name,
    ...format,
  }))
  const streamsOf = (block: number): RandomStream[] =>
    columns.map(({ name }) => randomStream(seed, `${dataset}/${schema}.${table}.${name}/${block}`))
  return {
    schema,
    table,
    columns,
    rowCount: rows,
    rows: () => rowsOf(sources, rows, streamsOf),
  }
}

function* rowsOf(
  sources: readonly ColumnSource[],
  rowCount: number,
  streamsOf: (block: number) => readonly RandomStream[],
): Iterable<ColumnValue[]> {
  for (let first = 0; first < rowCount; first += BLOCK_ROWS) {
    const streams = streamsOf(first / BLOCK_ROWS)
    const end = Math.min(rowCount, first + BLOCK_ROWS)
    for (let row = first; row < end; row++)
      yield sources.map((source, column) => valueOf(source, row, streams[column] as RandomStream))
  }
}

function valueOf({ content, nullShare }: ColumnSource, row: number, random: RandomStream): ColumnValue {
  if (nullShare > 0 && random.next() < nullShare) return null
  if (content.kind === 'drawn') return content.draw(row, random)
  const index = content.pick(row, random)
  const value = content.pool[index]
  if (value === undefined) throw new RangeError(`no entry ${index} in a pool of ${content.pool.length}`)
  return value
}
