// Sections for a terminal. Names are never cut off: whoever reads one wants to type it.
import picocolors from 'picocolors'
import { plainLine, plainLines } from '../../model/plain-text.js'
import { formatCount } from '../format.js'
import { padEndTo, padStartTo, textWidth } from '../text-width.js'
import { shortened, type Section, type SectionTable } from './section.js'

const MOST_ROWS = 30

export function renderSectionsText(
  title: string,
  sections: readonly Section[],
  { colour }: { readonly colour: boolean },
): string {
  const { bold, dim } = picocolors.createColors(colour)
  const parts = sections.map(({ title: heading, lines, table, block }) =>
    [
      bold(plainLine(heading)),
      ...lines.map((line) => `  ${plainLine(line)}`),
      ...(table === null ? [] : tableLines(table, dim)),
      ...(block === null ? [] : [indented(plainLines(block))]),
    ].join('\n'),
  )
  return `${[bold(plainLine(title)), ...parts].join('\n\n')}\n`
}

function tableLines(table: SectionTable, dim: (text: string) => string): string[] {
  const { shown, left } = shortened(table, MOST_ROWS)
  const rows = [table.columns.map(({ title }) => title), ...shown.rows].map((row) => row.map(plainLine))
  const widths = table.columns.map((_, at) => Math.max(...rows.map((row) => textWidth(row[at] ?? ''))))
  const lines = rows.map((row) => {
    const cells = table.columns.map(({ holds }, at) =>
      (holds === 'number' ? padStartTo : padEndTo)(row[at] ?? '', widths[at] ?? 0),
    )
    return `  ${cells.join('  ')}`.trimEnd()
  })
  const [head = '', ...body] = lines
  const more = left === 0 ? [] : [dim(`  … and ${formatCount(left)} more: --json has them all`)]
  return [dim(head), ...body, ...more]
}

const indented = (text: string): string => text.replace(/^/gm, '  ')
