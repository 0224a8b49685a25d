// What the migration costs, beside what it gains: each index with its size, build time and the queries it serves.
import type { Result } from '../../model/result.js'
import { escapeCode, escapeText, fencedBlock } from '../escape.js'
import { counted, formatBytes, formatCount, formatMs, NOT_MEASURED } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'
import { writePrice } from './write-price.js'

type Migration = Result['migration']
type Index = Migration['indexes'][number]

const COLUMNS = [
  left('index'),
  left('table'),
  left('method'),
  right('size'),
  right('build time'),
  left('while it is built'),
  left('used by'),
]

/** Of more indexes than a page holds the largest are shown: they cost the most. */
const MOST = 60

export function priceSection({ migration, price }: Result): string {
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
    lockNote(migration),
    definitions(largest),
    ...(price === null ? [] : writePrice(price)),
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
  waiting(index),
  index.usedBy.length === 0 ? '**no query**' : index.usedBy.map(escapeCode).join(', '),
]

/** What the lock of the statement means to others, in words. */
function waiting({ lock, buildMs }: Index): string {
  if (lock === null) return NOT_MEASURED
  if (lock === 'SHARE UPDATE EXCLUSIVE') return 'nobody waits'
  return `${lock === 'SHARE' ? 'writes wait' : 'reads and writes wait'} ${formatMs(buildMs)}`
}

/** Inside BEGIN … COMMIT a lock is held to the end. */
const lockNote = ({ statements }: Migration): string =>
  statements.some(({ kind }) => kind === 'TransactionStmt')
    ? 'The migration has transactions of its own: locks taken inside one last until its COMMIT.'
    : ''

/** The schema only where it says something. */
const tableName = ({ schema, table }: Index): string => (schema === 'public' ? table : `${schema}.${table}`)

const definitions = (indexes: readonly Index[]): string =>
  [
    '<details><summary>Definitions</summary>',
    fencedBlock('sql', indexes.map(({ definition }) => `${definition};`).join('\n')),
    '</details>',
  ].join('\n\n')
