// How far loading is, and how fast it goes.
import type { TableData } from '../model/dataset.js'
import { shownName } from './shown-name.js'

export interface LoadProgressOptions {
  readonly onProgress: (fraction: number, detail: string) => void
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
}

/** To be told of rows that are on their way; tells of `messages, 120000 of 500000 rows, 390000 rows/s`. */
export function loadProgress(
  tables: readonly TableData[],
  { onProgress, now }: LoadProgressOptions,
): (table: TableData, rows: number) => void {
  const total = tables.reduce((sum, table) => sum + table.rowCount, 0)
  const startNs = now()
  let loaded = 0
  return (table, rows) => {
    loaded += rows
    const seconds = (now() - startNs) / 1e9
    const rate = seconds > 0 ? `, ${Math.round(loaded / seconds)} rows/s` : ''
    onProgress(loaded / total, `${shownName(table)}, ${loaded} of ${total} rows${rate}`)
  }
}
