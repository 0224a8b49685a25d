// What is set the same in every session that measures.
import type { Session } from '../postgres/session.js'

/**
 * A plan that depends on the phase of another scan, or a generic plan that replaces a custom one after five executions,
 * would differ between arms for no reason of theirs.
 */
const SETTINGS = `
set synchronize_seqscans = off;
set jit = off;
set plan_cache_mode = force_custom_plan;
set maintenance_work_mem = '256MB'`

export const fixSettings = (session: Session): Promise<void> => session.script(SETTINGS)
