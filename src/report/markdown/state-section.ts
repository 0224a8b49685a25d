// Did the database hold still, and was the machine busy? One line per block.
import type { BlockState, Result } from '../../model/result.js'
import { escapeText } from '../escape.js'
import { digits, formatCount, formatPercent, NOT_MEASURED } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

const COLUMNS = [
  left('block'),
  left('state'),
  right('checkpoints'),
  right('rows written'),
  right('dead rows'),
  right('tables in shared buffers'),
  right('CPU pressure'),
  right('load'),
]

export function stateSection({ blocks }: Result['state']): string {
  if (blocks.length === 0) return ''
  const notes = [
    'Read at the start and at the end of each block; written and dead rows are those that came in between, rolled back or not.',
    'CPU pressure is the most of any round: the share of 10 s in which some process of the client’s machine waited for a CPU.',
    blocks.some(({ residentShare }) => residentShare === null)
      ? 'What is in shared buffers is not known where pg_buffercache cannot be asked.'
      : '',
  ]
  const table = markdownTable(COLUMNS, blocks.map(blockRow))
  return ['## State while measured', notes.filter((note) => note !== '').join(' '), table].join('\n\n')
}

const blockRow = (state: BlockState): string[] => [
  escapeText(state.block),
  held(state),
  formatCount(state.checkpoints),
  formatCount(state.writtenRows),
  formatCount(state.deadRows),
  state.residentShare === null ? NOT_MEASURED : formatPercent(state.residentShare),
  state.pressure.cpuPercent === null ? NOT_MEASURED : formatPercent(state.pressure.cpuPercent / 100),
  state.pressure.load === null ? NOT_MEASURED : digits(state.pressure.load),
]

function held({ failure, attested }: BlockState): string {
  if (failure !== null) return `**${escapeText(failure.detail)}**`
  return attested === 'whole' ? 'held' : 'held as far as it is known'
}
