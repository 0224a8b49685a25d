// The checks of the scenario with what both arms answered, and the statements that are said to fail with what PostgreSQL says.
import type { Result } from '../../model/result.js'
import type { CheckAnswer, CheckResult, FailResult } from '../../model/scenario-checks.js'
import { escapeCode, escapeText, fencedBlock } from '../escape.js'
import { verdictWord } from '../verdict-words.js'
import { left, markdownTable } from './markdown-table.js'

export const askedSection = ({ checks, fails }: Result): string =>
  [...checksPart(checks), ...failsPart(fails)].join('\n\n')

const CHECKS = [left('check'), left('before'), left('after'), left('judged'), left('verdict')]

const checksPart = (checks: readonly CheckResult[]): readonly string[] =>
  checks.length === 0
    ? []
    : [
        '## Checks',
        'Asked in both arms after measuring, as the owner of the tables.',
        markdownTable(CHECKS, checks.map(checkRow)),
        statements('What the checks ask', checks),
      ]

const checkRow = ({ name, title, before, after, when, verdict }: CheckResult): string[] => [
  `${escapeText(title)} ${escapeCode(name)}`,
  answerText(before),
  answerText(after),
  when,
  verdictWord(verdict),
]

function answerText(answer: CheckAnswer | null): string {
  if (answer === null) return 'not asked'
  if (answer.state === 'void') return `no answer: ${escapeText(answer.reason)}`
  return `${answer.passed ? 'passed' : 'failed'}${answer.detail === '' ? '' : `: ${escapeText(answer.detail)}`}`
}

const FAILS = [left('statement'), left('expected'), left('what PostgreSQL says'), left('verdict')]

const failsPart = (fails: readonly FailResult[]): readonly string[] =>
  fails.length === 0
    ? []
    : [
        '## Statements that are said to fail',
        'Run with the migration, in a transaction that was rolled back.',
        markdownTable(FAILS, fails.map(failRow)),
        statements('The statements', fails),
      ]

const failRow = ({ name, title, sqlstate, reason, verdict }: FailResult): string[] => [
  `${escapeText(title)} ${escapeCode(name)}`,
  sqlstate === null ? 'any error' : escapeCode(sqlstate),
  escapeText(reason),
  verdictWord(verdict),
]

const statements = (
  summary: string,
  asked: readonly { readonly name: string; readonly sql: string }[],
): string =>
  [
    `<details><summary>${summary}</summary>`,
    ...asked.flatMap(({ name, sql }) => [`${escapeCode(name)}:`, fencedBlock('sql', sql)]),
    '</details>',
  ].join('\n\n')
