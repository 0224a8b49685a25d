// Rows of a generated dataset as objects by column, for tests that ask what is in them.
import type { ColumnValue, TableData } from '../../src/model/dataset.js'

export type NamedRow = Readonly<Record<string, ColumnValue>>

export function rowsOfTable(tables: readonly TableData[], name: string): NamedRow[] {
  const table = tables.find(({ table }) => table === name)
  if (table === undefined) throw new Error(`no table ${name}`)
  return [...table.rows()].map((values) =>
    Object.fromEntries(table.columns.map((column, i) => [column.name, values[i] ?? null])),
  )
}
