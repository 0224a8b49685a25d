// What was published, word for word, each statement with what judged it and the verdict.
import type { Result } from '../../model/result.js'
import { escapeText } from '../escape.js'
import { publishedStatements } from '../published-statements.js'
import { verdictText } from '../verdict-words.js'
import { left, markdownTable } from './markdown-table.js'

const COLUMNS = [left('published'), left('judged by'), left('measured'), left('verdict')]

export function publishedSection(result: Result): string {
  const statements = publishedStatements(result)
  if (statements.length === 0) return ''
  const rows = statements.map((statement) => [
    `“${escapeText(statement.says)}”`,
    escapeText(statement.judgedBy),
    escapeText(statement.measured),
    escapeText(verdictText(statement)),
  ])
  return ['## What was published', markdownTable(COLUMNS, rows)].join('\n\n')
}
