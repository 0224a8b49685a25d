// What the migration costs, beside what it gains: each index with its size, build time and the queries it serves.
import type { Result } from '../../model/result.js'
import { escapeCode, escapeText, fencedBlock } from '../escape.js'
import { counted, formatBytes, formatCount, formatMs } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

type Migration = Result['migration']
type Index = Migration['indexes'][number]

const COLUMNS = [
  left('index'),
  left('table'),
  left('method'),
  right('size'),
  right('build time'),
  left('used by'),
]

/** Of more indexes than a page holds the largest are shown: they cost the most. */
const MOST = 60

export function priceSection(migration: Migration): string {
  const { indexes } = migration
  if (!migration.applied) return ['## Price', 'The migration was not applied in this run.'].join('\n\n')
  if (indexes.length === 0) return ['## Price', 'The migration leaves no index of its own.'].join('\n\n')
  const largest = indexes.length > MOST ? largestOf(indexes) : indexes
  const total = `${counted(indexes.length, 'index', 'indexes')}: ${formatBytes(migration.totalSizeBytes)} on disk, ${formatMs(migration.totalBuildMs)} to build.`
  return [
    '## Price',
    total,
    markdownTable(COLUMNS, largest.map(indexRow)),
    rest(indexes),
    definitions(largest),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const largestOf = (indexes: readonly Index[]): readonly Index[] =>
  [...indexes].sort((a, b) => b.sizeBytes - a.sizeBytes).slice(0, MOST)

const rest = ({ length }: readonly Index[]): string =>
  length > MOST ? `The ${MOST} largest; ${formatCount(length - MOST)} more in result.json.` : ''

const indexRow = (index: Index): string[] => [
  `${escapeCode(index.name)}${index.valid ? '' : ' **invalid**'}`,
  escapeCode(tableName(index)),
  escapeText(index.method),
  formatBytes(index.sizeBytes),
  formatMs(index.buildMs),
  index.usedBy.length === 0 ? '**no query**' : index.usedBy.map(escapeCode).join(', '),
]

/** The schema only where it says something. */
const tableName = ({ schema, table }: Index): string => (schema === 'public' ? table : `${schema}.${table}`)

const definitions = (indexes: readonly Index[]): string =>
  [
    '<details><summary>Definitions</summary>',
    fencedBlock('sql', indexes.map(({ definition }) => `${definition};`).join('\n')),
    '</details>',
  ].join('\n\n')
