// The database before the migration and after the measuring: the key numbers, and where the rest is.
import { inspectionFile } from '../../model/inspection-file.js'
import type { InspectionSummary } from '../../model/inspection.js'
import type { Result } from '../../model/result.js'
import { escapeCode } from '../escape.js'
import { cacheText } from '../inspection/cache-text.js'
import { formatBytes, formatCount, formatPercent, NOT_MEASURED } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

export function inspectionSection({ before, after }: Result['inspections']): string {
  if (before === null && after === null) return ''
  const cell = (summary: InspectionSummary | null, text: Line[1]): string =>
    summary === null ? NOT_MEASURED : text(summary)
  const file = (moment: 'before' | 'after'): string => escapeCode(inspectionFile(moment))
  return [
    '## Inspection',
    `What \`indexproof inspect\` says of the database, seeded without the migration and at the end of measuring with it; the whole of it is in ${file('before')} and ${file('after')}. Scans are those of checking and measuring, in both states.`,
    markdownTable(
      [left(''), right('before'), right('after')],
      LINES.map(([title, text]) => [title, cell(before, text), cell(after, text)]),
    ),
  ].join('\n\n')
}

type Line = readonly [title: string, text: (summary: InspectionSummary) => string]

const LINES: readonly Line[] = [
  ['indexes', ({ indexes }) => formatCount(indexes)],
  ['used', ({ indexes, usedIndexes }) => `${formatCount(usedIndexes)}${shareOf(usedIndexes, indexes)}`],
  [
    'unused',
    ({ unusedIndexes, unusedBytes }) => `${formatCount(unusedIndexes)}, ${formatBytes(unusedBytes)}`,
  ],
  [
    'invalid, duplicate, prefix-redundant',
    ({ invalidIndexes, duplicateIndexes, prefixIndexes }) =>
      [invalidIndexes, duplicateIndexes, prefixIndexes].map(formatCount).join(', '),
  ],
  [
    'foreign keys with an index',
    ({ coveredForeignKeys, foreignKeys }) => `${formatCount(coveredForeignKeys)}/${formatCount(foreignKeys)}`,
  ],
  ['database', ({ databaseBytes }) => formatBytes(databaseBytes)],
  ['tables', ({ tables, tableBytes }) => `${formatCount(tables)}, ${formatBytes(tableBytes)}`],
  ['size of indexes', ({ indexBytes }) => formatBytes(indexBytes)],
  ['dead rows', ({ deadRows }) => formatCount(deadRows)],
  ['cache hit of tables', ({ cache }) => cacheText(cache)],
  ['cache hit of indexes', ({ indexCache }) => cacheText(indexCache)],
]

const shareOf = (part: number, whole: number): string =>
  whole === 0 ? '' : ` (${formatPercent(part / whole)})`
