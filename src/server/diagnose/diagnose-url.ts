// What a run would find on a server of the user's, in the order it looks.
import { addressLabel } from '../../model/address-label.js'
import type { Check } from '../../model/check.js'
import { accountChecks } from '../preflight/account-checks.js'
import { NO_NEEDS } from '../preflight/needs.js'
import { connected, diskCheckOf, type UrlOptions } from '../url.js'
import { detectPooler, refusePooler } from '../url/detect-pooler.js'
import { checkHost, checkLooks } from '../url/guard.js'
import { readLooks } from '../url/read-looks.js'
import { attempt } from '../preflight/attempt.js'

export async function diagnoseUrl(
  options: Pick<UrlOptions, 'address' | 'allowed' | 'signal' | 'now'>,
): Promise<readonly Check[]> {
  const { address, allowed } = options
  const host = await attempt('host', () => {
    checkHost(address, allowed.hosts)
    return address.host
  })
  // A host that is not allowed is not connected to, not even to look.
  if (host.state === 'failed') return [host]
  const seen: Check[] = []
  const connection = await attempt('connection', () =>
    connected(options, async (session) => {
      const looks = await readLooks(session)
      seen.push(
        await attempt('use', () => {
          checkLooks(looks, allowed)
          return `${looks.foreignSessions} sessions of others, no mark of production`
        }),
        ...(await accountChecks(session, NO_NEEDS)),
        await diskCheckOf(session, address, NO_NEEDS),
      )
      return addressLabel(address)
    }),
  )
  if (connection.state === 'failed') return [host, connection]
  const pooler = await attempt('pooler', async () => {
    const mode = await detectPooler(address, options)
    refusePooler(address, mode)
    return 'none'
  })
  return [host, connection, ...seen, pooler]
}
