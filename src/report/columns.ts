// Aligned columns for a terminal, no line wider than it. The title of a row takes what the columns leave, and where that
// is too little, a layout with fewer columns is taken.
import picocolors from 'picocolors'
import { plainLine } from '../model/plain-text.js'
import type { Verdict } from '../model/result.js'
import { padEndTo, padStartTo, textWidth, truncateText } from './text-width.js'
import { verdictWord, verdictWords } from './verdict-words.js'

export interface TableOptions {
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
}

/** What has a title and a verdict makes a row. */
export interface Row {
  readonly title: string
  readonly verdict: Verdict
}

export interface Column<R extends Row> {
  readonly title: string
  readonly align: 'left' | 'right'
  readonly cell: (row: R) => string
}

export interface Layouts<R extends Row> {
  /** Over the titles of the rows. */
  readonly head: string
  /** From all we know to the least that still says something. */
  readonly layouts: readonly (readonly Column<R>[])[]
}

/** The column that every layout ends with. */
export const VERDICT: Column<Row> = {
  title: 'verdict',
  align: 'left',
  cell: ({ verdict }) => verdictWord(verdict),
}

const GAP = '  '
const NARROWEST_TITLE = 12

/** Lines joined by newlines, without one at the end. */
export function renderColumns<R extends Row>(
  rows: readonly R[],
  { head, layouts }: Layouts<R>,
  { width, colour }: TableOptions,
): string {
  const { columns, room } = chooseLayout(rows, layouts, width)
  const titles = rows.map(({ title }) => plainLine(title))
  const titleWidth = Math.min(room, Math.max(...[head, ...titles].map(textWidth)))
  const line = (title: string, cells: readonly string[]): string => {
    const padded = columns.map((column, at) => pad(column, cells[at] ?? '', rows))
    const whole = [padEndTo(truncateText(title, titleWidth), titleWidth), ...padded].join(GAP).trimEnd()
    return truncateText(whole, width)
  }
  const top = picocolors.createColors(colour).dim(
    line(
      head,
      columns.map(({ title }) => title),
    ),
  )
  const lines = rows.map((row, at) => {
    const cells = columns.map(({ cell }) => cell(row))
    return paintVerdict(line(titles[at] ?? '', cells), row, colour)
  })
  return [top, ...lines].join('\n')
}

/** The first layout that leaves the title enough room; in the narrowest terminals the last. */
function chooseLayout<R extends Row>(
  rows: readonly R[],
  layouts: Layouts<R>['layouts'],
  width: number,
): { columns: readonly Column<R>[]; room: number } {
  const sized = layouts.map((columns) => {
    const taken = columns.reduce((sum, column) => sum + GAP.length + columnWidth(column, rows), 0)
    return { columns, room: Math.max(0, width - taken) }
  })
  return (
    sized.find(({ room }) => room >= NARROWEST_TITLE) ?? { columns: [VERDICT], room: sized.at(-1)?.room ?? 0 }
  )
}

const columnWidth = <R extends Row>({ title, cell }: Column<R>, rows: readonly R[]): number =>
  Math.max(...[title, ...rows.map(cell)].map(textWidth))

const pad = <R extends Row>(column: Column<R>, text: string, rows: readonly R[]): string =>
  (column.align === 'right' ? padStartTo : padEndTo)(text, columnWidth(column, rows))

/** Cyan, red and yellow stay apart for colour-blind readers, and the words say it all anyway. */
function paintVerdict(line: string, row: Row, colour: boolean): string {
  const words = VERDICT.cell(row)
  if (!line.endsWith(words)) return line
  const { cyan, red, yellow, dim } = picocolors.createColors(colour)
  const paint = { good: cyan, bad: red, open: yellow, quiet: dim }[verdictWords(row.verdict).tone]
  return line.slice(0, -words.length) + paint(words)
}
