// The one table that answers: which queries gained, which lost, what was promised, what is true.
import type { QueryResult } from '../../model/result.js'
import { escapeCode, escapeText } from '../escape.js'
import { censoredNote, latencyText, speedupText } from '../censored-text.js'
import { formatCount, formatPercent } from '../format.js'
import { verdictText } from '../verdict-words.js'
import { left, markdownTable, right } from './markdown-table.js'

const COLUMNS = [
  left('query'),
  right('before'),
  right('after'),
  right('speed-up'),
  left('claim'),
  left('verdict'),
]

export const comparisonTable = (queries: readonly QueryResult[]): string =>
  queries.length === 0
    ? ''
    : [markdownTable(COLUMNS, queries.map(comparisonRow)), intervalNote(queries)].join('\n\n')

const comparisonRow = (query: QueryResult): string[] => [
  `${escapeText(query.title)} ${escapeCode(query.name)}`,
  latencyText(query.arms.before.medianMs, query.censored.before),
  latencyText(query.arms.after.medianMs, query.censored.after),
  speedupText(query),
  query.claim === null ? '' : escapeText(query.claim),
  escapeText(verdictText(query)),
]

/** Queries stop at different looks, so their intervals may differ in rounds and confidence. */
function intervalNote(queries: readonly QueryResult[]): string {
  const speedups = queries.flatMap(({ speedup }) => (speedup === null ? [] : [speedup]))
  if (speedups.length === 0) return 'No speed-up was measured.'
  const rounds = spread(speedups.map((speedup) => speedup.rounds)).map(formatCount)
  const confidence = spread(speedups.map((speedup) => speedup.confidence)).map(formatPercent)
  return (
    'Latencies are medians per execution. Speed-up is before ÷ after, estimated over ' +
    `${rounds.join(' to ')} rounds, in brackets its ${confidence.join(' to ')} interval.${censoredNote(queries.map(({ censored }) => censored))}`
  )
}

const spread = (values: readonly number[]): number[] => [
  ...new Set([Math.min(...values), Math.max(...values)]),
]
