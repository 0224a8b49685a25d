// Sessions of runs on the server, seen and ended from outside.
import { setTimeout as delay } from 'node:timers/promises'
import type { Address } from '../../../src/model/address.js'
import { withSuiteSession } from './suite-session.js'

const OURS = `from pg_stat_activity where application_name like 'indexproof%'`
const QUIET_WITHIN_MS = 5000
const LOOK_EVERY_MS = 20

/** One of them, or all; returns how many. */
export const endSessions = (address: Address, which: 'one' | 'all'): Promise<number> =>
  withSuiteSession(address, async (session) => {
    const chosen = which === 'one' ? `${OURS} order by random() limit 1` : OURS
    const ended = await session.query(`select pg_terminate_backend(pid) ${chosen}`)
    return ended.length
  })

/** Returns after some seconds in any case: sessions that stay are told as left behind. */
export const waitForNoSessions = (address: Address): Promise<void> =>
  withSuiteSession(address, async (session) => {
    for (const startedAt = performance.now(); performance.now() - startedAt < QUIET_WITHIN_MS;) {
      if ((await session.query(`select ${OURS}`)).length === 0) return
      await delay(LOOK_EVERY_MS)
    }
  })
