// A table described column by column: each column draws from a random stream of its own, so that adding one shifts no other.
import { BLOCK_ROWS, type Column, type ColumnSource, type TableData } from '../../src/model/dataset.js'
import type { ColumnValue } from '../../src/model/dataset.js'
import { randomStream, type RandomStream } from '../../src/model/random.js'
import { entry } from './pick.js'

export interface TableDefinition {
  /** public unless told. */
  readonly schema?: string
  readonly table: string
  readonly rows: number
  readonly columns: Readonly<Record<string, ColumnSource>>
}

export function defineTable(seed: number, dataset: string, definition: TableDefinition): TableData {
  const { schema = 'public', table, rows: rowCount } = definition
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
    rowCount,
    sources,
    streamsOf,
    rows: () => rowsOf(sources, rowCount, streamsOf),
  }
}

function* rowsOf(
  sources: readonly ColumnSource[],
  rowCount: number,
  streamsOf: TableData['streamsOf'],
): Iterable<ColumnValue[]> {
  for (let first = 0; first < rowCount; first += BLOCK_ROWS) {
    const streams = streamsOf(first / BLOCK_ROWS)
    const end = Math.min(rowCount, first + BLOCK_ROWS)
    for (let row = first; row < end; row++)
      yield sources.map((source, column) => valueOf(source, row, streams[column] as RandomStream))
  }
}

function valueOf({ content, nullShare }: ColumnSource, row: number, random: RandomStream): ColumnValue {
  if (nullShare > 0 && random.chance(nullShare)) return null
  switch (content.kind) {
    case 'drawn':
      return content.draw(row, random)
    case 'pooled':
      return entry(content.pool, content.pick(row, random))
    case 'composed': {
      const parts: string[] = []
      content.compose(row, random, {
        part: (index) => parts.push(entry(content.parts, index)),
        add: (text) => parts.push(text),
      })
      return parts.join('')
    }
    case 'filled': {
      const vector = new Float32Array(content.dimensions)
      content.fillIn(vector, row, random)
      return vector
    }
  }
}
