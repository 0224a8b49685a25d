// Sessions of the owner of scratch databases, who is no superuser.
import { DatabaseError } from '../../postgres/database-error.js'
import { quoteIdentifier } from '../../postgres/identifiers.js'
import { openPgSession, type OpenSession, type PgSessionOptions } from '../../postgres/pg-session.js'

interface Login {
  readonly owner: string
  readonly password: string
  readonly database: string
}

/** As the owner itself; where the server does not let it log in (peer, LDAP …), as our user who takes on its role. */
export async function openAsOwner(
  options: PgSessionOptions,
  { owner, password, database }: Login,
): Promise<OpenSession> {
  const { address } = options
  try {
    return await openPgSession({ ...options, address: { ...address, user: owner, password, database } })
  } catch (error) {
    if (!(error instanceof DatabaseError) || !error.code.startsWith('28')) throw error
    const opened = await openPgSession({ ...options, address: { ...address, database } })
    await opened.session.script(`set role ${quoteIdentifier(owner)}`)
    return opened
  }
}
