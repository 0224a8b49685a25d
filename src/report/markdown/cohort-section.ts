// Are big tenants worse off? Latency by size class of tenant.
import type { QueryResult } from '../../model/result.js'
import { escapeCode, escapeText } from '../escape.js'
import { latencyText, ratioText } from '../censored-text.js'
import { formatCount, formatInterval } from '../format.js'
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
      latencyText(cohort.beforeMs, cohort.censored.before),
      latencyText(cohort.afterMs, cohort.censored.after),
      cohortSpeedup(cohort),
      formatCount(cohort.samples),
    ]),
  )
  if (rows.length === 0) return ''
  const note =
    'Each over its own rounds, with an interval at the confidence of its query where they are enough for one: ' +
    'they describe, the verdicts above decide.'
  return ['## By tenant cohort', note, markdownTable(COLUMNS, rows)].join('\n\n')
}

function cohortSpeedup({ speedup, interval, censored }: QueryResult['cohorts'][number]): string {
  const ratio = ratioText(speedup, censored)
  return interval === null ? ratio : `${ratio} ${formatInterval(interval.low, interval.high)}`
}
