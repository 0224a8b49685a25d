// The two states of one migrated database. `before` is entered by dropping what the migration made, inside the
// transaction that every visit rolls back: same heap, same cache, same statistics, no second copy.
import type { ArmName } from '../model/evidence.js'
import { quoteIdentifier, quoteLiteral } from '../postgres/identifiers.js'
import type { Session } from '../postgres/session.js'
import type { MeasuredQuery, ParameterRow } from './measured-query.js'

/** What turns the migrated database into the arm; empty for the database as it is. */
export type ArmScripts = Readonly<Record<ArmName, string>>

/** Runs `work` in an arm, as the role and tenant of this parameter row; leaves nothing changed. */
export async function visitArm<T>(
  session: Session,
  armScript: string,
  query: MeasuredQuery,
  row: ParameterRow,
  work: () => Promise<T>,
): Promise<T> {
  await session.script(entryScript(armScript, query, row))
  try {
    return await work()
  } finally {
    await session.script('rollback')
  }
}

// The indexes are dropped first: only their owner may, and the application's role is not.
function entryScript(armScript: string, query: MeasuredQuery, row: ParameterRow): string {
  const settings = Object.entries(query.settings)
  if (row.tenant !== null) settings.push([query.tenantSetting, row.tenant])
  return [
    'begin',
    ...(armScript === '' ? [] : [armScript]),
    `set local role ${quoteIdentifier(query.role)}`,
    ...settings.map(
      ([name, value]) => `select set_config(${quoteLiteral(name)}, ${quoteLiteral(value)}, true)`,
    ),
  ].join('; ')
}
