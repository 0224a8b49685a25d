// What the migration costs where data is written: each write, cleaning up, foreign keys, and the ledger.
import type {
  CopyResult,
  PriceResult,
  TableResult,
  TriggerResult,
  WriteResult,
} from '../../model/price-result.js'
import { escapeCode, escapeText } from '../escape.js'
import {
  counted,
  formatBytes,
  formatCount,
  formatDuration,
  formatMs,
  formatPercent,
  formatRatio,
  formatSpeedup,
  NOT_MEASURED,
} from '../format.js'
import { ledgerLines } from './ledger-lines.js'
import { left, markdownTable, right } from './markdown-table.js'

/** Parts of the section, in order. */
export function writePrice(price: PriceResult): readonly string[] {
  const left = notDerived(price)
  if (price.skipped !== null) {
    return ['### Writes', `Writes were not measured: ${escapeText(price.skipped)}.`, left]
  }
  return [
    '### Writes',
    introduction(price),
    markdownTable(WRITE_COLUMNS, price.writes.map(writeRow)),
    markdownTable(COST_COLUMNS, price.writes.map(costRow)),
    costNote(price),
    reasons(price.writes),
    ...cleaning(price.tables),
    ...foreignKeys(price.triggers),
    ...ledgerLines(price.ledger),
    left,
  ]
}

function introduction({ writes, elapsedMs, stoppedBy, smallestEffect }: PriceResult): string {
  const control = writes.some((write) => write.control !== null)
  return (
    `${counted(writes.length, 'write')} in ${formatDuration(elapsedMs)}, each execution with a row of its own and committed, ` +
    `in a copy of the database without the migration and in one with it${stoppedBy === 'budget' ? '; the time budget ended it' : ''}. ` +
    (control
      ? `The control is a second copy without it: its distance from 1x is what copies differ by for no reason. `
      : 'There was no room for a control copy. ') +
    `Less than ${formatRatio(smallestEffect)}, or than the control, counts as no change.`
  )
}

const WRITE_COLUMNS = [
  left('write'),
  left('table'),
  right('before'),
  right('after'),
  right('speed-up'),
  right('control'),
  left('verdict'),
]

const writeRow = (write: WriteResult): string[] => [
  `${escapeText(write.title)} ${escapeCode(write.name)}${write.source === 'derived' ? ' (derived)' : ''}`,
  escapeCode(tableName(write)),
  formatMs(write.before.medianMs),
  formatMs(write.after.medianMs),
  formatSpeedup(write.speedup),
  formatSpeedup(write.control),
  `${SYMBOLS[write.verdict]} ${write.verdict}`,
]

const SYMBOLS: Readonly<Record<WriteResult['verdict'], string>> = {
  faster: '▲',
  slower: '▼',
  unchanged: '=',
  inconclusive: '?',
  void: '!',
}

const COST_COLUMNS = [
  left('write'),
  right('executions'),
  right('per second'),
  right('WAL per row'),
  right('HOT share'),
  right('missed'),
]

const costRow = ({ name, before, after, missed }: WriteResult): string[] => [
  escapeCode(name),
  formatCount(before.executions + after.executions),
  change(
    before,
    after,
    ({ perSecond }) => perSecond,
    (value) => formatCount(value),
  ),
  change(before, after, ({ walBytesPerRow }) => walBytesPerRow, formatBytes),
  change(before, after, ({ hotShare }) => hotShare, formatPercent),
  formatCount(missed),
]

/** 231 B → 388 B */
function change(
  before: CopyResult,
  after: CopyResult,
  valueOf: (copy: CopyResult) => number | null,
  format: (value: number) => string,
): string {
  const [was, is] = [valueOf(before), valueOf(after)]
  return was === null || is === null ? NOT_MEASURED : `${format(was)} → ${format(is)}`
}

const costNote = ({ walSource }: PriceResult): string =>
  'Per second: one client, one execution after the other. ' +
  (walSource === 'position'
    ? 'WAL: how far the log moved, cascades and commits included. '
    : 'WAL: what EXPLAIN says of the statement; cascades and commits are not in it, for others may write to the log of this server. ') +
  'HOT: updates that no index had to be told of; the first update on a page that is full never is one. ' +
  'Missed: executions that found no row, not counted.'

const reasons = (writes: readonly WriteResult[]): string =>
  writes
    .filter(({ verdict }) => verdict === 'void' || verdict === 'inconclusive')
    .map(({ name, reason }) => `- ${escapeCode(name)}: ${escapeText(reason)}`)
    .join('\n')

function cleaning(tables: readonly TableResult[]): readonly string[] {
  if (tables.length === 0) return []
  const columns = [
    left('table'),
    right('dead rows'),
    right('VACUUM'),
    right('control'),
    right('indexes, size after'),
  ]
  const rows = tables.map(({ before, after, control, ...table }) => [
    escapeCode(tableName(table)),
    `${formatCount(before.deadRows)} → ${formatCount(after.deadRows)}`,
    `${formatMs(before.vacuumMs)} → ${formatMs(after.vacuumMs)}`,
    control === null ? NOT_MEASURED : formatMs(control.vacuumMs),
    `${formatBytes(before.indexBytes)} → ${formatBytes(after.indexBytes)}`,
  ])
  return [
    'One `VACUUM` of each table after all the writes, its indexes cleaned up too:',
    markdownTable(columns, rows),
  ]
}

function foreignKeys(triggers: readonly TriggerResult[]): readonly string[] {
  if (triggers.length === 0) return []
  const columns = [left('delete'), left('constraint'), right('rows'), right('before'), right('after')]
  const rows = triggers.map(({ name, constraint, rows: explained, beforeMs, afterMs }) => [
    escapeCode(name),
    escapeCode(constraint),
    formatCount(explained),
    formatMs(beforeMs),
    formatMs(afterMs),
  ])
  return [
    'Time in the triggers of foreign keys (EXPLAIN ANALYZE, rolled back; median over the same rows):',
    markdownTable(columns, rows),
  ]
}

function notDerived({ notDerived: left }: PriceResult): string {
  if (left.length === 0) return ''
  const lines = left.map(
    ({ what, reason, ...table }) =>
      `- ${escapeCode(tableName(table))}, ${escapeText(what)}: ${escapeText(reason)}`,
  )
  return [
    'Not measured, for it could not be derived (a file in writes/ would say how):',
    lines.join('\n'),
  ].join('\n\n')
}

/** The schema only where it says something. */
const tableName = ({ schema, table }: { readonly schema: string; readonly table: string }): string =>
  schema === 'public' ? table : `${schema}.${table}`
