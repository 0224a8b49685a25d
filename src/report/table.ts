// The comparison for a terminal: aligned columns, no line wider than the terminal. Where it is narrow, what can be
// looked up elsewhere goes first: the claim, then the interval, then the latencies.
import picocolors from 'picocolors'
import { plainLine } from '../model/plain-text.js'
import type { QueryResult } from '../model/result.js'
import { latencyText, ratioText, speedupText } from './censored-text.js'
import { padEndTo, padStartTo, textWidth, truncateText } from './text-width.js'
import { verdictWord, verdictWords } from './verdict-words.js'

export interface TableOptions {
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
}

interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
  readonly cell: (query: QueryResult) => string
}

const BEFORE: Column = column('before', 'right', ({ arms, censored }) =>
  latencyText(arms.before.medianMs, censored.before),
)
const AFTER: Column = column('after', 'right', ({ arms, censored }) =>
  latencyText(arms.after.medianMs, censored.after),
)
const SPEEDUP: Column = column('speed-up', 'right', speedupText)
const RATIO: Column = column('speed-up', 'right', ({ speedup, censored }) =>
  ratioText(speedup?.estimate ?? null, censored),
)
const CLAIM: Column = column('claim', 'left', ({ claim }) => plainLine(claim ?? ''))
const VERDICT: Column = column('verdict', 'left', ({ verdict }) => verdictWord(verdict))

/** From all we know to the least that still says something. */
const LAYOUTS: readonly (readonly Column[])[] = [
  [BEFORE, AFTER, SPEEDUP, CLAIM, VERDICT],
  [BEFORE, AFTER, SPEEDUP, VERDICT],
  [BEFORE, AFTER, RATIO, VERDICT],
  [RATIO, VERDICT],
  [VERDICT],
]

const GAP = '  '
const NARROWEST_TITLE = 12

/** Lines joined by newlines, without one at the end. */
export function renderTable(queries: readonly QueryResult[], { width, colour }: TableOptions): string {
  const { columns, room } = chooseLayout(queries, width)
  const titles = queries.map(({ title }) => plainLine(title))
  const titleWidth = Math.min(room, Math.max(...['query', ...titles].map(textWidth)))
  const line = (title: string, cells: readonly string[]): string => {
    const padded = columns.map((column, at) => pad(column, cells[at] ?? '', queries))
    const whole = [padEndTo(truncateText(title, titleWidth), titleWidth), ...padded].join(GAP).trimEnd()
    return truncateText(whole, width)
  }
  const head = picocolors.createColors(colour).dim(
    line(
      'query',
      columns.map(({ title }) => title),
    ),
  )
  const rows = queries.map((query, at) => {
    const cells = columns.map(({ cell }) => cell(query))
    return paintVerdict(line(titles[at] ?? '', cells), query, colour)
  })
  return [head, ...rows].join('\n')
}

/** The first layout that leaves the title enough room; in the narrowest terminals the last. */
function chooseLayout(
  queries: readonly QueryResult[],
  width: number,
): { columns: readonly Column[]; room: number } {
  const layouts = LAYOUTS.map((columns) => {
    const taken = columns.reduce((sum, column) => sum + GAP.length + columnWidth(column, queries), 0)
    return { columns, room: Math.max(0, width - taken) }
  })
  return (
    layouts.find(({ room }) => room >= NARROWEST_TITLE) ?? {
      columns: [VERDICT],
      room: layouts.at(-1)?.room ?? 0,
    }
  )
}

const columnWidth = ({ title, cell }: Column, queries: readonly QueryResult[]): number =>
  Math.max(...[title, ...queries.map(cell)].map(textWidth))

const pad = (column: Column, text: string, queries: readonly QueryResult[]): string =>
  (column.align === 'right' ? padStartTo : padEndTo)(text, columnWidth(column, queries))

/** Cyan, red and yellow stay apart for colour-blind readers, and the words say it all anyway. */
function paintVerdict(line: string, query: QueryResult, colour: boolean): string {
  const words = VERDICT.cell(query)
  if (!line.endsWith(words)) return line
  const { cyan, red, yellow, dim } = picocolors.createColors(colour)
  const paint = { good: cyan, bad: red, open: yellow, quiet: dim }[verdictWords(query.verdict).tone]
  return line.slice(0, -words.length) + paint(words)
}

function column(title: string, align: Column['align'], cell: Column['cell']): Column {
  return { title, align, cell }
}
