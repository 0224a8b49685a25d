// Reads the state of the databases around a block, so that nobody need take on trust that they did not drift under it.
import { comparisonKey } from '../../model/comparison.js'
import type { EvidenceLine, StateReading } from '../../model/evidence.js'
import { readDatabaseState } from '../../postgres/catalog/database-state.js'
import type { Session } from '../../postgres/session.js'
import type { PairParts } from '../questions/arms-of-pair.js'
import type { Block } from './blocks.js'

export async function attest(
  moment: StateReading['moment'],
  block: Block,
  parts: PairParts,
  record: (line: EvidenceLine) => void,
): Promise<void> {
  const comparisons = block.comparisons.map(comparisonKey)
  for (const { database, session, expected } of databasesOf(parts)) {
    const state = await readDatabaseState(session, expected)
    record({ type: 'state', block: block.name, moment, database, comparisons, ...state })
  }
}

interface Database {
  readonly database: StateReading['database']
  readonly session: Session
  /** Indexes that must be there. */
  readonly expected: readonly string[]
}

function databasesOf({ arms, migration }: PairParts): readonly Database[] {
  const expected = migration.indexes.map(({ schema, name }) => `${schema}.${name}`)
  const after = arms.after.session
  if (arms.before.session === after) return [{ database: 'both', session: after, expected }]
  return [
    { database: 'before', session: arms.before.session, expected: [] },
    { database: 'after', session: after, expected },
  ]
}
