// Readings of a database's state, calm unless a test says otherwise.
import type { StateReading } from '../../src/model/evidence.js'
import type { TableState } from '../../src/model/state.js'

export const makeTableState = (table: string, changes: Partial<TableState> = {}): TableState => ({
  table,
  liveRows: 1000,
  deadRows: 0,
  writtenRows: 1000,
  pages: 100,
  visiblePages: 100,
  residentPages: 90,
  vacuums: 2,
  autovacuums: 0,
  analyzes: 1,
  autoanalyzes: 0,
  statistics: 'a'.repeat(32),
  storage: 'b'.repeat(32),
  ...changes,
})

export const makeReading = (
  moment: StateReading['moment'],
  changes: Partial<StateReading> = {},
): StateReading => ({
  type: 'state',
  block: 'reads',
  moment,
  database: 'both',
  comparisons: ['recent-messages', 'message-by-id'],
  tables: [makeTableState('public.messages'), makeTableState('public.users')],
  unusableIndexes: [],
  maintenance: [],
  checkpoints: 5,
  ...changes,
})
