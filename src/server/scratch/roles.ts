// Roles of a run: the owner of its databases, and those that queries run under. A role and its marker are made in one
// transaction, so none is ever without; a database belongs to the owner from its first moment, and so is known by it.
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifiers.js'
import type { Session } from '../../postgres/session.js'
import { markerText } from './marker.js'
import { scratchName } from './names.js'
import type { ScratchRun } from './scratch-run.js'

export const OWNER = 'owner'

/** The owner may log in with this password; our user becomes a member, so that it can hand databases over. */
export async function createOwner(admin: Session, run: ScratchRun, password: string): Promise<string> {
  const name = scratchName(run.token, OWNER)
  await createRole(admin, run, name, `login nosuperuser nobypassrls password ${quoteLiteral(password)}`)
  await admin.script(`grant ${quoteIdentifier(name)} to current_user`)
  return name
}

/** Roles for queries, which the owner can take on. Names in this cluster, by the dataset's name for them. */
export async function createQueryRoles(
  admin: Session,
  run: ScratchRun,
  names: readonly string[],
): Promise<Record<string, string>> {
  const roles = Object.fromEntries(names.map((name) => [name, scratchName(run.token, `as_${name}`)]))
  for (const role of Object.values(roles)) {
    await createRole(admin, run, role, 'nologin nosuperuser nobypassrls')
    await admin.script(`grant ${quoteIdentifier(role)} to ${quoteIdentifier(scratchName(run.token, OWNER))}`)
  }
  return roles
}

async function createRole(admin: Session, run: ScratchRun, name: string, options: string): Promise<void> {
  const role = quoteIdentifier(name)
  await admin.script('begin')
  try {
    await admin.script(`create role ${role} ${options}`)
    const [row] = await admin.query('select oid::text from pg_roles where rolname = $1', [name])
    await admin.script(`comment on role ${role} is ${quoteLiteral(markerText(run, row?.['oid'] ?? ''))}`)
    await admin.script('commit')
  } catch (error) {
    await admin.script('rollback').catch(() => {})
    throw error
  }
}
