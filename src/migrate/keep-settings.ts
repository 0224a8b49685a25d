// SET in a migration, say of maintenance_work_mem, lasts as long as the session: without this it would change the
// measurement that follows in the same session, in both arms.
import { quoteIdentifier } from '../postgres/identifiers.js'
import type { Row, Session } from '../postgres/session.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'

/** Runs `work`, then gives every setting that the statements touch its value back, also after an error. */
export async function keepSettings<T>(
  session: Session,
  statements: readonly ParsedStatement[],
  work: () => Promise<T>,
): Promise<T> {
  const names = [...new Set(statements.flatMap(({ node }) => settingOf(node)))]
  const former: Row[] = []
  for (const name of names) {
    former.push(...(await session.query('select $1 as name, current_setting($1, true) as value', [name])))
  }
  const result = await work().catch(async (error: unknown) => {
    // A failure inside BEGIN … COMMIT leaves a transaction that takes no other statement. Where the connection is
    // gone none of this works, and the first error is the one to tell.
    await session.script('rollback').catch(() => undefined)
    await restore(session, former).catch(() => undefined)
    throw error
  })
  await restore(session, former)
  return result
}

async function restore(session: Session, former: readonly Row[]): Promise<void> {
  for (const { name, value } of former) {
    if (name === null || name === undefined) continue
    // Null where nothing had defined the setting yet: an empty text may be no value of it.
    if (value === null || value === undefined) await session.script(`reset ${quoteSetting(name)}`)
    else await session.query('select set_config($1, $2, false)', [name, value])
  }
}

const quoteSetting = (name: string): string => name.split('.').map(quoteIdentifier).join('.')

const settingOf = (node: ParsedStatement['node']): readonly string[] =>
  'VariableSetStmt' in node && node.VariableSetStmt.name !== undefined ? [node.VariableSetStmt.name] : []
