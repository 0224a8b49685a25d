// Indexes: which are used, which do another's work, and which foreign keys have none.
import type { InspectedIndex, Inspection } from '../../model/inspection.js'
import { counted, formatBytes, formatCount, formatPercent, formatShare, NOT_MEASURED } from '../format.js'
import { cacheText, shareText } from './cache-text.js'
import { code, number, prose, section, type Section } from './section.js'

export function usageSection({ summary, indexes, statistics }: Inspection): Section {
  const { indexes: total, usedIndexes: used, unusedIndexes, unusedBytes, indexScans } = summary
  const enforcing = indexes.filter(({ state }) => state === 'enforcing').length
  const since = statistics.since === null ? 'the statistics began' : statistics.since
  const lines = [
    `${counted(total, 'index', 'indexes')}, ${formatCount(used)} used (${shareText(total === 0 ? null : used / total)}) since ${since}; ${counted(indexScans, 'scan')} in all.`,
    `${formatCount(unusedIndexes)} unused (${formatBytes(unusedBytes)}); ${formatCount(enforcing)} more without a scan enforce a key, uniqueness or replication and are no waste.`,
  ]
  const rows = indexes
    .filter(({ state }) => state !== 'unused')
    .map((index) => [
      index.index,
      index.table,
      index.state,
      formatCount(index.scans),
      formatBytes(index.sizeBytes),
      index.cache.share === null ? NOT_MEASURED : formatPercent(index.cache.share),
      roleOf(index),
    ])
  return section(
    'Index usage',
    lines,
    [
      code('index'),
      code('table'),
      prose('state'),
      number('scans'),
      number('size'),
      number('cache hit'),
      prose('for'),
    ],
    rows,
  )
}

const roleOf = ({ constraint, unique, foreignKeys, partOf }: InspectedIndex): string =>
  [
    constraint === null ? (unique ? 'uniqueness' : '') : `constraint ${constraint}`,
    foreignKeys.length === 0 ? '' : `foreign key ${foreignKeys.join(', ')}`,
    partOf === null ? '' : `part of ${partOf}`,
  ]
    .filter((part) => part !== '')
    .join('; ')

/** Apart from the used: where there are hundreds of indexes, they would be what is cut off. */
export function unusedSection({ indexes }: Inspection): Section {
  const unused = indexes.filter(({ state }) => state === 'unused').sort((a, b) => b.sizeBytes - a.sizeBytes)
  return section(
    'Unused indexes',
    [unused.length === 0 ? 'None.' : 'The largest first. What one is good for, only its owner knows.'],
    [code('index'), code('table'), number('size'), prose('for')],
    unused.map((index) => [index.index, index.table, formatBytes(index.sizeBytes), roleOf(index)]),
  )
}

export const tableShareSection = ({ tables }: Inspection): Section =>
  section(
    'Scans by index, of each table',
    tables.length === 0 ? ['No tables.'] : [],
    [code('table'), number('index usage'), number('by index'), number('sequential'), number('rows read')],
    [...tables]
      .sort((a, b) => b.indexScans + b.sequentialScans - (a.indexScans + a.sequentialScans))
      .map(({ table, indexShare, indexScans, sequentialScans, sequentialRows }) => [
        table,
        indexShare === null ? NOT_MEASURED : formatShare(indexShare),
        formatCount(indexScans),
        formatCount(sequentialScans),
        formatCount(sequentialRows),
      ]),
  )

export function overlapSection({ overlaps, indexes }: Inspection): Section {
  const unusable = indexes.filter(({ state }) => state === 'invalid' || state === 'building')
  const rows = [
    ...unusable.map(({ index, state, sizeBytes, definition }) => [
      state,
      index,
      '',
      formatBytes(sizeBytes),
      definition,
    ]),
    ...overlaps.map(({ kind, index, of, sizeBytes, definition }) => [
      kind,
      index,
      of,
      formatBytes(sizeBytes),
      definition,
    ]),
  ]
  return section(
    'Invalid, duplicate and prefix-redundant indexes',
    rows.length === 0 ? ['None.'] : [],
    [prose('what'), code('index'), code('beside'), number('size'), code('definition')],
    rows,
  )
}

export function foreignKeySection({ foreignKeys, summary }: Inspection): Section {
  const uncovered = foreignKeys.filter(({ indexes }) => indexes.length === 0)
  const { coveredForeignKeys: covered, foreignKeys: total } = summary
  const lines =
    total === 0
      ? ['No foreign keys.']
      : [
          `Coverage ${formatCount(covered)}/${formatCount(total)} (${shareText(covered / total)}): so many have an index that finds the referencing rows.`,
        ]
  return section(
    'Foreign keys',
    lines,
    [code('without index'), code('columns'), code('constraint'), code('refers to')],
    uncovered.map(({ table, columns, constraint, references }) => [
      table,
      columns.join(', '),
      constraint,
      references,
    ]),
  )
}

export const cacheSection = ({ summary, tables }: Inspection): Section =>
  section(
    'Cache hit',
    [
      `Tables: ${cacheText(summary.cache)}.`,
      `Indexes: ${cacheText(summary.indexCache)}.`,
      'Of shared buffers alone: what the operating system had in memory counts as read.',
    ],
    [code('table'), number('rows'), number('blocks'), number('indexes'), number('blocks')],
    [...tables]
      .filter(({ cache, indexCache }) => cache.requests + indexCache.requests > 0)
      .sort((a, b) => (a.cache.share ?? 2) - (b.cache.share ?? 2))
      .map(({ table, cache, indexCache }) => [
        table,
        shareText(cache.share),
        formatCount(cache.requests),
        shareText(indexCache.share),
        formatCount(indexCache.requests),
      ]),
  )
