// What is set the same in every session that measures, and how long it may wait.
import { boundSession } from '../postgres/bound-session.js'
import { readCapabilities } from '../postgres/capabilities.js'
import type { Session } from '../postgres/session.js'

/**
 * A plan that depends on the phase of another scan, or a generic plan that replaces a custom one after five executions,
 * would differ between arms for no reason of theirs. The rest is what queries take for granted, and a site may have
 * set otherwise for all.
 */
const SETTINGS = `
set search_path = public;
set row_security = on;
set default_transaction_isolation = 'read committed';
set synchronize_seqscans = off;
set jit = off;
set plan_cache_mode = force_custom_plan;
set maintenance_work_mem = '256MB'`

/** Throws an environment error where the server is too old. */
export async function fixSettings(session: Session): Promise<void> {
  const capabilities = await readCapabilities(session)
  await session.script(SETTINGS)
  await boundSession(session, capabilities)
}
