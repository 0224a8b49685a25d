// Foreign keys of a generated dataset that name no row, for tests that expect none.
import type { TableData } from '../../src/model/dataset.js'
import { rowsOfTable } from './dataset-rows.js'

/** 'table.column' and 'parent.key'. */
export type Reference = readonly [child: string, parent: string]

/** How many rows of each reference have a value that the parent has not; NULL refers to nothing. */
export function danglingReferences(
  tables: readonly TableData[],
  references: readonly Reference[],
): Record<string, number> {
  const found = references.map(([child, parent]) => {
    const known = new Set(valuesOf(tables, parent))
    const lost = valuesOf(tables, child).filter((value) => value !== null && !known.has(value))
    return [child, lost.length] as const
  })
  return Object.fromEntries(found.filter(([, lost]) => lost > 0))
}

export function valuesOf(tables: readonly TableData[], place: string): unknown[] {
  const [table = '', column = ''] = place.split('.')
  return rowsOfTable(tables, table).map((row) => {
    if (!(column in row)) throw new Error(`no column ${place}`)
    return row[column]
  })
}
