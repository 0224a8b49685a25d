// The two states under comparison. Either both are one migrated database, and `before` is entered by dropping what the
// migration made, inside the transaction that every visit rolls back (same heap, same cache, same statistics, no second
// copy); or each is a database of its own, a clone of the other. An arm is entered, measured in and left alike.
import type { ArmName } from '../model/evidence.js'
import { quoteIdentifier, quoteLiteral } from '../postgres/identifiers.js'
import { isLockTimeout, lockTimeoutError } from '../postgres/lock-holders.js'
import type { Session } from '../postgres/session.js'
import type { MeasuredQuery, ParameterRow } from './measured-query.js'

export interface Arm {
  /** The session of the arm's database. */
  readonly session: Session
  /** What turns that database into the arm, inside a transaction; empty for the database as it is. */
  readonly entry: string
  /** What lies about in it is what its migration left, and is measured: nobody else vacuums or analyses it. */
  readonly asLeft?: boolean
}

export type Arms = Readonly<Record<ArmName, Arm>>

export const ARM_NAMES: readonly ArmName[] = ['before', 'after']

/** Runs `work` in an arm, as the role and tenant of this parameter row; leaves nothing changed. */
export async function visitArm<T>(
  { session, entry }: Arm,
  query: MeasuredQuery,
  row: ParameterRow,
  work: () => Promise<T>,
): Promise<T> {
  try {
    await enter(session, entryScript(entry, query, row), query)
    return await work()
  } finally {
    await session.script('rollback')
  }
}

async function enter(session: Session, script: string, query: MeasuredQuery): Promise<void> {
  try {
    await session.script(script)
  } catch (error) {
    if (!isLockTimeout(error)) throw error
    const what = `query "${query.name}": changing the tables for one of its arms`
    throw await lockTimeoutError(session, what, error)
  }
}

/**
 * A transaction that drops something has an id, and with one every statement takes 0.1 to 0.2 µs longer: up to 0.6 % of a key
 * lookup (docs/methodology.md). So that of the other arm takes one, too.
 */
const TAKE_TRANSACTION_ID = 'select pg_current_xact_id()'

// The arm is entered first: only the owner may change tables and indexes, and the application's role is not.
const entryScript = (entry: string, query: MeasuredQuery, row: ParameterRow): string =>
  ['begin', TAKE_TRANSACTION_ID, ...(entry === '' ? [] : [entry]), ...armSettings(query, row)].join('; ')

/** Statements that make a transaction the application's: its role, its settings, its tenant. */
export function armSettings(query: MeasuredQuery, row: ParameterRow): readonly string[] {
  const settings = Object.entries(query.settings)
  if (row.tenant !== null) settings.push([query.tenantSetting, row.tenant])
  return [
    `set local role ${quoteIdentifier(query.role)}`,
    ...settings.map(
      ([name, value]) => `select set_config(${quoteLiteral(name)}, ${quoteLiteral(value)}, true)`,
    ),
  ]
}
