// The scratch database of a kept cluster, taken over from the run that seeded it, with its token and its roles.
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifiers.js'
import type { Session } from '../../postgres/session.js'
import { scratchName, tokenOf } from './names.js'
import { OWNER } from './roles.js'

/** The number of the database that a run seeds: copies count on from it. */
export const MAIN = '1'

/** Gives its token; the owner may log in with this password from now on. */
export async function adoptScratch(admin: Session, password: string): Promise<string> {
  const rows = await admin.query('select datname as name from pg_database')
  const tokens = rows.map(({ name }) => tokenOf(name ?? '')).filter((token) => token !== null)
  const token = tokens.find((one) => rows.some(({ name }) => name === scratchName(one, MAIN)))
  if (token === undefined) throw new Error('the kept cluster has no scratch database')
  const owner = quoteIdentifier(scratchName(token, OWNER))
  await admin.script(`alter role ${owner} password ${quoteLiteral(password)}`)
  return token
}
