// Do both arms return the same? A fast wrong answer is no speed-up.
import type { QueryResult } from '../../model/result.js'
import type { ResultCheck } from '../../model/facts.js'
import { escapeCode } from '../escape.js'
import { counted, digits, formatCount } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

const COLUMNS = [left('query'), left('results'), right('rows of hits'), right('short answers')]

export function checkSection(queries: readonly QueryResult[]): string {
  if (queries.length === 0) return ''
  const rows = queries.map(({ name, results }) => [
    escapeCode(name),
    STATES[results.state](results),
    formatCount(results.hitRows),
    formatCount(results.short),
  ])
  return ['## Results compared', markdownTable(COLUMNS, rows)].join('\n\n')
}

const STATES: Readonly<Record<ResultCheck['state'], (check: ResultCheck) => string>> = {
  same: () => 'the same',
  reordered: () => 'the same rows in another order',
  ambiguous: (check) => `other rows in ${where(check)}: the order under LIMIT is not total`,
  different: (check) => `**different** in ${where(check)}`,
  approximate: ({ recall, recalls }) =>
    recall === null ? 'approximate' : `approximate, mean recall ${digits(recall)}${without(recalls)}`,
}

const where = ({ differing }: ResultCheck): string => counted(differing, 'parameter row')

/** An exact answer needs no words; an approximate one may stand in the arm before, too. */
function without(recalls: ResultCheck['recalls']): string {
  const missed = recalls.filter(({ before }) => before < 1)
  if (missed.length === 0) return ''
  const sum = recalls.reduce((total, { before }) => total + before, 0)
  return `, without the migration ${digits(sum / recalls.length)}`
}
