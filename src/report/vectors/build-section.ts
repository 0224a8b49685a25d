// What was built, what it took, and what was given up.
import type { SweepResult } from '../../model/vectors/sweep-result.js'
import { escapeText } from '../escape.js'
import { counted, formatBytes, formatCount } from '../format.js'
import { left, markdownTable, right } from '../markdown/markdown-table.js'
import { tookText } from './figures.js'
import { describeIndex } from './index-words.js'

export function buildSection({ builds, evidence }: SweepResult): string {
  if (builds.length === 0 && evidence.dropped.length === 0) return ''
  const columns = [left('index'), right('rows'), right('time'), left('spread'), right('size')]
  const rows = builds.map(({ index, rowsAtBuild, builds: count, medianMs, minMs, maxMs, sizeBytes }) => [
    describeIndex(index),
    formatCount(rowsAtBuild),
    tookText(medianMs),
    count < 2 ? '–' : `${tookText(minMs)} to ${tookText(maxMs)}, ${counted(count, 'build')}`,
    formatBytes(sizeBytes),
  ])
  const notices = builds.flatMap(({ index, notices }) =>
    notices.map((notice) => `- ${describeIndex(index)}: ${escapeText(notice)}`),
  )
  const dropped = evidence.dropped.map(
    ({ index, reason }) => `- ${describeIndex(index)}: ${escapeText(reason)}`,
  )
  return [
    '## Builds',
    ...(rows.length === 0 ? [] : [markdownTable(columns, rows)]),
    ...(notices.length === 0 ? [] : ['The server said:', notices.join('\n')]),
    ...(dropped.length === 0 ? [] : ['Given up before the end:', dropped.join('\n')]),
  ].join('\n\n')
}
