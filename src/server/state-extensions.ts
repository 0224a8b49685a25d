// What lets a run see shared buffers and the visibility map: extensions for superusers, opened to the owner of a scratch
// database. Where they cannot be had, the run says that it did not see.
import { quoteIdentifier } from '../postgres/identifiers.js'
import type { Session } from '../postgres/session.js'
import { DatabaseError } from '../postgres/database-error.js'
import { createExtension, NOT_ALLOWED } from './extension.js'

/** What the owner must be granted, by extension. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  pg_buffercache: [
    'select on table public.pg_buffercache',
    'execute on function public.pg_buffercache_pages()',
  ],
  pg_visibility: ['execute on function public.pg_visibility_map_summary(regclass)'],
}

/** `session` is an account's that may; for others it does nothing. */
export async function createStateExtensions(session: Session, owner: string): Promise<void> {
  for (const [name, grants] of Object.entries(NEEDED)) {
    if (!(await createExtension(session, name))) continue
    const statements = grants.map((grant) => `grant ${grant} to ${quoteIdentifier(owner)}`)
    await session.script(statements.join('; ')).catch(ignoreNotAllowed)
  }
}

/** Some services let an account create an extension that it does not own then. */
function ignoreNotAllowed(error: unknown): void {
  if (!(error instanceof DatabaseError) || error.code !== NOT_ALLOWED) throw error
}
