// Tables: sizes, dead rows, bloat, and when autovacuum comes.
import type { Bloat, InspectedTable, Inspection } from '../../model/inspection.js'
import { counted, formatBytes, formatCount, formatPercent, NOT_MEASURED } from '../format.js'
import { shareText } from './cache-text.js'
import { code, number, prose, section, type Section } from './section.js'

export const sizeSection = ({ summary, tables }: Inspection): Section =>
  section(
    'Sizes',
    [
      `Database ${formatBytes(summary.databaseBytes)}: ${counted(summary.tables, 'table')} with ${formatBytes(summary.tableBytes)}, ${counted(summary.indexes, 'index', 'indexes')} with ${formatBytes(summary.indexBytes)}.`,
    ],
    [code('table'), number('rows'), number('table'), number('indexes')],
    tables.map(({ table, liveRows, rowsAtStatistics, tableBytes, indexBytes }) => [
      table,
      formatCount(liveRows > 0 ? liveRows : Math.round(rowsAtStatistics ?? 0)),
      formatBytes(tableBytes),
      formatBytes(indexBytes),
    ]),
  )

export function vacuumSection({ tables, indexes }: Inspection): Section {
  const bloatedIndexes = indexes.filter(({ bloat }) => (bloat?.freeBytes ?? 0) > 0)
  const sources = new Set(
    [...tables, ...indexes].flatMap(({ bloat }) => (bloat === null ? [] : [bloat.source])),
  )
  const lines = [
    sources.size === 0
      ? 'Bloat is not known: the planner has no statistics, or the role may not see them.'
      : `Bloat ${[...sources].map((source) => (source === 'estimate' ? 'is an estimate from the statistics of the planner' : 'was measured by pgstattuple')).join('; where that was too much to read it ')}.`,
    ...(bloatedIndexes.length === 0
      ? []
      : [
          `Free space in indexes: ${formatBytes(bloatedIndexes.reduce((sum, { bloat }) => sum + (bloat?.freeBytes ?? 0), 0))}.`,
        ]),
  ]
  return section('Dead rows and bloat', lines, DEAD_COLUMNS, [...tables].sort(byDeadRows).map(deadRow))
}

const DEAD_COLUMNS = [
  code('table'),
  number('dead rows'),
  number('share'),
  number('free'),
  number('share'),
  prose('by'),
  prose('last vacuum'),
]

const byDeadRows = (a: InspectedTable, b: InspectedTable): number =>
  b.deadRows - a.deadRows || (b.bloat?.freeBytes ?? 0) - (a.bloat?.freeBytes ?? 0)

const deadRow = ({ table, deadRows, deadShare, bloat, lastVacuumAt }: InspectedTable): string[] => [
  table,
  formatCount(deadRows),
  shareText(deadShare),
  ...bloatCells(bloat),
  lastVacuumAt ?? 'never',
]

const bloatCells = (bloat: Bloat | null): string[] =>
  bloat === null
    ? [NOT_MEASURED, NOT_MEASURED, '']
    : [formatBytes(bloat.freeBytes), formatPercent(bloat.share), bloat.source]

/** The tables that are due first, then those with settings of their own. */
export function autovacuumSection({ tables }: Inspection): Section {
  const due = tables.filter(({ autovacuum }) => autovacuum.due).length
  const off = tables.filter(({ autovacuum }) => !autovacuum.enabled).length
  const lines = [
    `${counted(due, 'table')} with more dead rows than call autovacuum; for ${counted(off, 'table')} it is off.`,
    'A table is due above threshold + scale factor × rows, with its own settings where it has them.',
  ]
  const urgency = ({ autovacuum }: InspectedTable): number =>
    (autovacuum.due ? 2 : 0) + (autovacuum.own.length > 0 ? 1 : 0)
  return section(
    'Autovacuum',
    lines,
    [
      code('table'),
      number('dead rows'),
      number('vacuum above'),
      number('changed'),
      number('analyze above'),
      prose('state'),
      prose('own settings'),
    ],
    [...tables]
      .sort((a, b) => urgency(b) - urgency(a))
      .map(({ table, deadRows, modifiedSinceAnalyze, autovacuum }) => [
        table,
        formatCount(deadRows),
        formatCount(Math.floor(autovacuum.vacuumAbove)),
        formatCount(modifiedSinceAnalyze),
        formatCount(Math.floor(autovacuum.analyzeAbove)),
        autovacuum.enabled ? (autovacuum.due ? 'due' : 'on') : 'off',
        autovacuum.own.join(', '),
      ]),
  )
}

const LARGE_ROWS = 10_000

export function sequentialSection({ tables }: Inspection): Section {
  const scanned = tables
    .filter(
      ({ sequentialScans, sequentialRows }) =>
        sequentialScans > 0 && sequentialRows / sequentialScans >= LARGE_ROWS,
    )
    .sort((a, b) => b.sequentialRows - a.sequentialRows)
  return section(
    'Sequential scans on large tables',
    [
      scanned.length === 0
        ? `None that read ${formatCount(LARGE_ROWS)} rows or more.`
        : 'Building an index and a dump are such scans, too.',
    ],
    [code('table'), number('scans'), number('rows each'), number('index usage'), number('size')],
    scanned.map(({ table, sequentialScans, sequentialRows, indexShare, tableBytes }) => [
      table,
      formatCount(sequentialScans),
      formatCount(Math.round(sequentialRows / sequentialScans)),
      shareText(indexShare),
      formatBytes(tableBytes),
    ]),
  )
}
