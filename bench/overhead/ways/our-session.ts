// Our session: messages built once, one write and one reply inside the clock.
import { withPgSession } from '../../../src/postgres/pg-session.js'
import type { BenchServer } from '../../bench-server/bench-server.js'
import { SETTINGS_SCRIPT } from '../lookup.js'
import type { Way } from './way.js'

export const withOurSession = <T>(
  { address }: BenchServer,
  { now, signal }: { readonly now: () => number; readonly signal: AbortSignal },
  work: (way: Way) => Promise<T>,
): Promise<T> =>
  withPgSession({ address, now, signal }, async (session) => {
    await session.script(SETTINGS_SCRIPT)
    return work({
      name: 'IndexProof',
      execute: async ({ sql, parameter, executions }) => {
        const statement = await session.prepare(sql)
        const bound = statement.bind([parameter])
        const durations: number[] = []
        while (durations.length < executions) durations.push((await bound.run()).durationNs / 1000)
        await statement.close()
        return durations
      },
    })
  })
