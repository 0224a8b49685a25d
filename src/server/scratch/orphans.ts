// What runs that ended without cleaning up left on a server. Ours, and only then dropped, is what has a name of ours, and
// a marker of ours with its own oid (or an owner that has one), and no live run.
import type { Row, Session } from '../../postgres/session.js'
import { dropDatabase, dropRole } from './databases.js'
import { liveTokens } from './lease.js'
import { parseMarker, type Marker } from './marker.js'
import { SCRATCH_PATTERN, scratchName, tokenOf } from './names.js'
import { OWNER } from './roles.js'

export interface ScratchObject {
  readonly kind: 'database' | 'role'
  readonly name: string
  readonly token: string
  /** Bytes; null for a role, or where the server does not say. */
  readonly sizeBytes: number | null
  /** Null for a database whose run ended before it could mark it. */
  readonly marker: Marker | null
}

const DATABASES = `
select d.oid::text, d.datname as name, shobj_description(d.oid, 'pg_database') as comment,
       o.oid::text as owner_oid, o.rolname as owner, shobj_description(o.oid, 'pg_authid') as owner_comment,
       case when has_database_privilege(d.oid, 'connect') then pg_database_size(d.oid) end::text as bytes
from pg_database d join pg_roles o on o.oid = d.datdba
where d.datname like $1
order by d.datname`

const ROLES = `
select oid::text, rolname as name, shobj_description(oid, 'pg_authid') as comment
from pg_roles
where rolname like $1
order by rolname`

/** All that is ours. Databases first: a role can only go when nothing belongs to it. */
export async function listScratch(session: Session): Promise<readonly ScratchObject[]> {
  const databases = (await session.query(DATABASES, [SCRATCH_PATTERN])).map(scratchDatabase)
  const roles = (await session.query(ROLES, [SCRATCH_PATTERN])).map(scratchRole)
  return [...databases, ...roles].filter((found) => found !== null)
}

export async function listOrphans(session: Session): Promise<readonly ScratchObject[]> {
  // What is there first, who lives after: a run takes its lease before it makes anything.
  const found = await listScratch(session)
  const live = await liveTokens(session)
  return found.filter(({ token }) => !live.has(token))
}

export async function dropScratch(session: Session, { kind, name }: ScratchObject): Promise<void> {
  await (kind === 'database' ? dropDatabase(session, name) : dropRole(session, name))
}

function scratchDatabase(row: Row): ScratchObject | null {
  const { name, bytes } = row
  const token = tokenOf(name ?? '')
  if (name === null || name === undefined || token === null) return null
  const marker = ownMarker(row['comment'], row['oid'], token)
  // Between CREATE DATABASE and its comment there is a moment in which a run can be killed.
  const ownedByUs =
    row['comment'] === null &&
    row['owner'] === scratchName(token, OWNER) &&
    ownMarker(row['owner_comment'], row['owner_oid'], token) !== null
  if (marker === null && !ownedByUs) return null
  return { kind: 'database', name, token, marker, sizeBytes: bytes === null ? null : Number(bytes) }
}

function scratchRole(row: Row): ScratchObject | null {
  const { name } = row
  const token = tokenOf(name ?? '')
  if (name === null || name === undefined || token === null) return null
  const marker = ownMarker(row['comment'], row['oid'], token)
  return marker === null ? null : { kind: 'role', name, token, marker, sizeBytes: null }
}

function ownMarker(
  comment: Row[string] | undefined,
  oid: Row[string] | undefined,
  token: string,
): Marker | null {
  const marker = parseMarker(comment ?? null)
  return marker !== null && marker.oid === oid && marker.token === token ? marker : null
}
