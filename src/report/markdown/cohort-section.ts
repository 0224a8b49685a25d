// Are big tenants worse off? Latency by size class of tenant.
import type { QueryResult } from '../../model/result.js'
import { escapeCode, escapeText } from '../escape.js'
import { formatCount, formatMs, formatRatio } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

const COLUMNS = [
  left('query'),
  left('cohort'),
  right('before'),
  right('after'),
  right('speed-up'),
  right('samples'),
]

export function cohortSection(queries: readonly QueryResult[]): string {
  const rows = queries.flatMap((query) =>
    query.cohorts.map((cohort) => [
      escapeCode(query.name),
      escapeText(cohort.cohort),
      formatMs(cohort.beforeMs),
      formatMs(cohort.afterMs),
      formatRatio(cohort.speedup),
      formatCount(cohort.samples),
    ]),
  )
  if (rows.length === 0) return ''
  const note = 'Medians by cohort, without intervals: they describe, the verdicts above decide.'
  return ['## By tenant cohort', note, markdownTable(COLUMNS, rows)].join('\n\n')
}
