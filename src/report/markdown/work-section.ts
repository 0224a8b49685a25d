// The second line of evidence: what the server had to do for each query, and whether that agrees with the time.
import type { ArmWork } from '../../model/forensics.js'
import type { QueryResult } from '../../model/result.js'
import { escapeCode, escapeText } from '../escape.js'
import { formatBytes, formatCount, formatMs, formatRatio } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

interface Column {
  readonly title: string
  readonly count: (work: ArmWork) => number | null
  readonly show: (count: number | null) => string
}

/** Columns that are zero everywhere are left out: most queries neither spill nor write. */
const COLUMNS: readonly Column[] = [
  { title: 'blocks', count: (work) => work.sharedBlocks, show: formatCount },
  { title: 'rows removed', count: (work) => work.rowsRemoved, show: formatCount },
  { title: 'heap fetches', count: (work) => work.heapFetches, show: formatCount },
  { title: 'temp blocks', count: (work) => work.tempBlocks, show: formatCount },
  { title: 'dirtied blocks', count: (work) => work.dirtiedBlocks, show: formatCount },
  {
    title: 'WAL',
    count: (work) => work.walBytes,
    show: (bytes) => (bytes === null ? formatCount(null) : formatBytes(bytes)),
  },
  { title: 'planning', count: (work) => work.planningMs, show: formatMs },
]

export function workSection(queries: readonly QueryResult[]): string {
  if (queries.length === 0) return ''
  const columns = COLUMNS.filter(({ count }) =>
    queries.some(({ work }) => [work.before, work.after].some((arm) => (count(arm) ?? 0) > 0)),
  )
  const note =
    'What an execution costs apart from time, before → after: medians of executions of their own, under EXPLAIN. ' +
    'Counts repeat where time does not; planning is timed by itself, and is part of every latency above.'
  const headings = [
    left('query'),
    ...columns.map(({ title }) => right(title)),
    left('what work says of the time'),
  ]
  const rows = queries.map(({ name, work }) => [
    escapeCode(name),
    ...columns.map(({ count, show }) => arrow(show(count(work.before)), show(count(work.after)))),
    escapeText(work.agreement.text),
  ])
  const parts = ['## Work', note, markdownTable(headings, rows), planningLine(queries)]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** Every index of a table is one more that the planner looks at, whatever the query: seen best over all of them. */
function planningLine(queries: readonly QueryResult[]): string {
  const timed = queries.flatMap(({ work: { before, after } }) =>
    before.planningMs === null || after.planningMs === null
      ? []
      : [[before.planningMs, after.planningMs] as const],
  )
  if (timed.length < 2) return ''
  const beforeMs = timed.reduce((sum, [before]) => sum + before, 0)
  const afterMs = timed.reduce((sum, [, after]) => sum + after, 0)
  const ratio = beforeMs === 0 ? '' : `, ${formatRatio(afterMs / beforeMs)} as long with the migration`
  return `Planning these ${formatCount(timed.length)} queries once each: ${formatMs(beforeMs)} → ${formatMs(afterMs)}${ratio}.`
}

const arrow = (before: string, after: string): string => (before === after ? before : `${before} → ${after}`)
