// What every server does once there is a session: settings fixed, facts read, roles made on demand.
import type { ServerFacts } from '../model/evidence.js'
import { quoteIdentifier } from '../postgres/identifiers.js'
import { readServerInfo } from '../postgres/server-info.js'
import type { Session } from '../postgres/session.js'
import type { Server } from './server.js'

/**
 * Fixed for every run: a plan that depends on the phase of another scan, or a generic plan that replaces a custom one
 * after five executions, would differ between arms for no reason of theirs.
 */
const SETTINGS = `
set synchronize_seqscans = off;
set jit = off;
set plan_cache_mode = force_custom_plan;
set maintenance_work_mem = '256MB'`

export async function serve(
  session: Session,
  kind: ServerFacts['kind'],
  caveats: readonly string[],
): Promise<Server> {
  await session.script(SETTINGS)
  const info = await readServerInfo(session)
  return {
    session,
    facts: { kind, ...info, caveats: [...caveats] },
    createRoles: (names) => createRoles(session, names),
  }
}

async function createRoles(session: Session, names: readonly string[]): Promise<Record<string, string>> {
  const roles = Object.fromEntries(names.map((name) => [name, `indexproof_${name}`]))
  for (const role of Object.values(roles)) {
    await session.script(`create role ${quoteIdentifier(role)} nologin nosuperuser nobypassrls`)
  }
  return roles
}
