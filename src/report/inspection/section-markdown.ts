// Sections as markdown.
import { escapeCode, escapeText, fencedBlock } from '../escape.js'
import { formatCount } from '../format.js'
import { left as leftColumn, markdownTable, right } from '../markdown/markdown-table.js'
import { shortened, type Section, type SectionTable } from './section.js'

const MOST_ROWS = 200

export function renderSectionsMarkdown(title: string, sections: readonly Section[]): string {
  const parts = sections.flatMap(({ title: heading, lines, table, block }) => [
    `## ${escapeText(heading)}`,
    ...(lines.length === 0 ? [] : [lines.map((line) => `- ${escapeText(line)}`).join('\n')]),
    ...(table === null ? [] : [renderTable(table)]),
    ...(block === null ? [] : [fencedBlock('text', block)]),
  ])
  return `${[`# ${escapeText(title)}`, ...parts].join('\n\n')}\n`
}

function renderTable(table: SectionTable): string {
  const { shown, left } = shortened(table, MOST_ROWS)
  const columns = table.columns.map(({ title, holds }) =>
    holds === 'number' ? right(title) : leftColumn(title),
  )
  const rows = shown.rows.map((row) =>
    row.map((cell, at) => (table.columns[at]?.holds === 'code' ? escapeCode(cell) : escapeText(cell))),
  )
  const more = left === 0 ? '' : `\n\n… and ${formatCount(left)} more: the JSON has them all.`
  return `${markdownTable(columns, rows)}${more}`
}
