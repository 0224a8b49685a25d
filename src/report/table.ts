// The comparison for a terminal. Where it is narrow, what can be looked up elsewhere goes first: the claim, then the
// interval, then the latencies.
import { plainLine } from '../model/plain-text.js'
import type { QueryResult } from '../model/result.js'
import { renderColumns, VERDICT, type Column, type TableOptions } from './columns.js'
import { latencyText, ratioText, speedupText } from './censored-text.js'

const BEFORE: Column<QueryResult> = {
  title: 'before',
  align: 'right',
  cell: ({ arms, censored }) => latencyText(arms.before.medianMs, censored.before),
}
const AFTER: Column<QueryResult> = {
  title: 'after',
  align: 'right',
  cell: ({ arms, censored }) => latencyText(arms.after.medianMs, censored.after),
}
const SPEEDUP: Column<QueryResult> = {
  title: 'speed-up',
  align: 'right',
  cell: speedupText,
}
const RATIO: Column<QueryResult> = {
  title: 'speed-up',
  align: 'right',
  cell: ({ speedup, censored }) => ratioText(speedup?.estimate ?? null, censored),
}
const CLAIM: Column<QueryResult> = {
  title: 'claim',
  align: 'left',
  cell: ({ claim }) => plainLine(claim ?? ''),
}

const LAYOUTS: readonly (readonly Column<QueryResult>[])[] = [
  [BEFORE, AFTER, SPEEDUP, CLAIM, VERDICT],
  [BEFORE, AFTER, SPEEDUP, VERDICT],
  [BEFORE, AFTER, RATIO, VERDICT],
  [RATIO, VERDICT],
  [VERDICT],
]

/** Lines joined by newlines, without one at the end. */
export const renderTable = (queries: readonly QueryResult[], options: TableOptions): string =>
  renderColumns(queries, { head: 'query', layouts: LAYOUTS }, options)
