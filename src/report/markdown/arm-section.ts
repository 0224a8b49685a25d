// Where each arm is a database of its own: what differed between their tables when measuring began. After a VACUUM in one of them
// that is the thing measured, and no fault.
import type { Result } from '../../model/result.js'
import type { ArmTable } from '../../model/state.js'
import { escapeCode } from '../escape.js'
import { counted, formatCount, NOT_MEASURED } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

const COLUMNS = [
  left('table'),
  right('dead rows before'),
  right('after'),
  right('pages before'),
  right('after'),
  right('all-visible pages before'),
  right('after'),
  left('planner’s statistics'),
]

const NOTE =
  'Dead rows as the server counts them: a clone counts from zero until VACUUM or ANALYZE has seen the table. Statistics: what the planner knows of the table and its indexes.'

export function armSection({ scenario, state: { arms } }: Result): string {
  if (arms.length === 0) return ''
  const differing = arms.filter(differs)
  const same = arms.length - differing.length
  const why =
    scenario.arms === 'clones'
      ? 'The arms differ as the migration left them, dead rows and statistics included: that is what was measured, and nobody tidied up beside it.'
      : 'Both arms were made of the same analysed data.'
  const table = differing.length === 0 ? [] : [NOTE, markdownTable(COLUMNS, differing.map(tableRow))]
  const rest = same === 0 ? [] : [`${counted(same, 'table')} did not differ.`]
  return ['## The arms when measuring began', why, ...table, ...rest].join('\n\n')
}

const differs = ({ before, after, sameStatistics }: ArmTable): boolean =>
  !sameStatistics || before?.deadRows !== after?.deadRows || before?.pages !== after?.pages

const tableRow = ({ table, before, after, sameStatistics }: ArmTable): string[] => [
  escapeCode(table.replace(/^public\./, '')),
  ...(['deadRows', 'pages', 'visiblePages'] as const).flatMap((field) => [
    before === null ? NOT_MEASURED : formatCount(before[field]),
    after === null ? NOT_MEASURED : formatCount(after[field]),
  ]),
  sameStatistics ? 'the same' : 'others',
]
