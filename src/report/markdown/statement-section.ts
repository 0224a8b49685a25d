// What the scenario did before both arms were made, and where the migration is more than indexes its statements, each with its
// time and the lock it held.
import type { AppliedStatement } from '../../model/facts.js'
import type { Result } from '../../model/result.js'
import { escapeCode, escapeText } from '../escape.js'
import { formatCount, formatMs } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

const COLUMNS = [left('statement'), right('time'), left('lock on its table'), left('notices')]

/** Of more statements than a page holds those are shown that took longest. */
const MOST = 40

export function statementSection({ scenario, preparation, migration }: Result): string {
  const isFree = scenario.arms === 'clones'
  return [
    ...part('Preparation', PREPARED[scenario.arms], preparation),
    ...part('Statements of the migration', '', isFree ? migration.statements : []),
  ].join('\n\n')
}

const PREPARED: Readonly<Record<Result['scenario']['arms'], string>> = {
  transactions: 'Applied to the seeded data before both arms were made; vacuumed and analysed after it.',
  clones:
    'Applied to the seeded data before both arms were made. Nothing was vacuumed or analysed after it but by its own statements.',
}

function part(title: string, note: string, statements: readonly AppliedStatement[]): readonly string[] {
  if (statements.length === 0) return []
  const longest = new Set([...statements].sort((a, b) => b.durationMs - a.durationMs).slice(0, MOST))
  const shown = statements.filter((statement) => longest.has(statement))
  const rest = statements.length - shown.length
  return [
    `## ${title}`,
    ...(note === '' ? [] : [note]),
    markdownTable(COLUMNS, shown.map(statementRow)),
    ...(rest === 0 ? [] : [`The ${MOST} that took longest; ${formatCount(rest)} more in result.json.`]),
  ]
}

const statementRow = ({ sql, durationMs, lock, notices }: AppliedStatement): string[] => [
  escapeCode(shortened(sql)),
  formatMs(durationMs),
  lock ?? 'none that others wait for',
  escapeText(notices.map(({ message }) => message).join('; ')),
]

const LONGEST = 160

function shortened(sql: string): string {
  const line = sql.replaceAll(/--[^\n]*/g, ' ').replaceAll(/\s+/g, ' ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}
