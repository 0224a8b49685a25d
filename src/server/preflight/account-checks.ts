// What our account may do on a server of the user's, asked in one query that changes nothing.
import { failed, limited, passed, type Check } from '../../model/check.js'
import { capabilitiesOf } from '../../postgres/capabilities.js'
import { quoteIdentifier } from '../../postgres/identifiers.js'
import type { Row, Session } from '../../postgres/session.js'
import { attempt } from './attempt.js'
import type { ServerNeeds } from './needs.js'

/** Sessions of a run at once: ours, the scratch database's, a clone's, and one to cancel with. */
const CONNECTIONS = 4

/** Works for any account, from PostgreSQL 13 on. */
const ACCOUNT = `
select current_user as name, r.rolsuper as super, r.rolcreatedb as databases, r.rolcreaterole as roles,
       r.rolinherit as inherits,
       current_setting('server_version') as version, current_setting('server_version_num')::int as version_number,
       current_setting('max_connections')::int as slots,
       current_setting('superuser_reserved_connections')::int
         + coalesce(current_setting('reserved_connections', true)::int, 0) as reserved,
       (select count(*) from pg_stat_activity where backend_type = 'client backend') as used,
       r.rolconnlimit as role_slots, (select count(*) from pg_stat_activity where usesysid = r.oid) as role_used,
       v.version as vector, v.creatable
from pg_roles r
left join lateral (
  select e.version, e.trusted or r.rolsuper as creatable
  from pg_available_extensions a
  join pg_available_extension_versions e on e.name = a.name and e.version = a.default_version
  where a.name = 'vector'
) v on true
where r.rolname = current_user`

/** Rights, version, extension and free connections, in the order a run would need them. */
export async function accountChecks(
  session: Session,
  { extensions }: Pick<ServerNeeds, 'extensions'>,
): Promise<readonly Check[]> {
  const [row = {}] = await session.query(ACCOUNT)
  return [
    await versionCheck(row),
    rightCheck(row, 'databases', 'CREATEDB'),
    rightCheck(row, 'roles', 'CREATEROLE'),
    inheritCheck(row),
    connectionCheck(row),
    vectorCheck(row, extensions.includes('vector')),
  ]
}

const isTrue = (value: string | null | undefined): boolean => value === 't'

function versionCheck({ version, version_number: number }: Row): Promise<Check> {
  return attempt('version', () => {
    capabilitiesOf(Number(number))
    return `PostgreSQL ${version}`
  })
}

function rightCheck(row: Row, what: 'databases' | 'roles', attribute: string): Check {
  const name = row['name'] ?? ''
  const label = `may create ${what}`
  if (isTrue(row['super']) || isTrue(row[what]))
    return passed(label, isTrue(row['super']) ? 'superuser' : attribute)
  return failed(
    label,
    `role "${name}" may not`,
    `As a superuser: ALTER ROLE ${quoteIdentifier(name)} ${attribute}; or use another server`,
  )
}

/** What the owner role owns the account may drop only as a member that inherits. */
function inheritCheck(row: Row): Check {
  const name = row['name'] ?? ''
  if (isTrue(row['super']) || isTrue(row['inherits'])) return passed('inherits from roles', 'yes')
  const fix = `As a superuser: ALTER ROLE ${quoteIdentifier(name)} INHERIT; or use another account`
  return failed('inherits from roles', `role "${name}" does not`, fix)
}

function connectionCheck(row: Row): Check {
  const { slots, used, role_slots: roleSlots, role_used: roleUsed } = row
  const reserved = isTrue(row['super']) ? 0 : Number(row['reserved'])
  const free = Number(slots) - reserved - Number(used)
  // -1: no limit of its own. The session that asks is one of those used.
  const freeOfRole = Number(roleSlots) < 0 ? Infinity : Number(roleSlots) - Number(roleUsed)
  const found = `${Math.max(0, Math.min(free, freeOfRole))} of ${freeOfRole < free ? roleSlots : slots} free`
  if (Math.min(free, freeOfRole) >= CONNECTIONS) return passed('connections', found)
  const raise = freeOfRole < free ? 'the CONNECTION LIMIT of the role' : 'max_connections'
  return failed('connections', found, `A run needs ${CONNECTIONS}: close some, or raise ${raise}`)
}

function vectorCheck({ vector, creatable, version }: Row, isNeeded: boolean): Check {
  const [major] = (version ?? '').split('.')
  if (vector === null || vector === undefined) {
    const fix = `Install the package postgresql-${major}-pgvector on the server, or leave out what needs it: --without vector`
    return unlessNeeded(isNeeded, 'not installed', fix)
  }
  if (isTrue(creatable)) return passed('pgvector', vector)
  const fix =
    'Use an account that may create it (a superuser may), or leave out what needs it: --without vector'
  return unlessNeeded(isNeeded, `${vector}, which this account may not create`, fix)
}

/** Only a run whose data uses it must have it. */
const unlessNeeded = (isNeeded: boolean, found: string, fix: string): Check =>
  (isNeeded ? failed : limited)('pgvector', found, fix)
