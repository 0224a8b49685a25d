import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '../../../src/model/address.js'
import { withPgSession } from '../../../src/postgres/pg-session.js'
import { detectPooler, type PoolMode } from '../../../src/server/url/detect-pooler.js'
import { sharedLocalCluster, type SharedCluster } from '../../support/shared-local-cluster.js'
import { skipLocal } from '../../support/local-postgres.js'
import { skipPgBouncer, withPgBouncer, type PoolOptions } from '../../support/pgbouncer.js'

const ports = {
  signal: new AbortController().signal,
  now: (): number => Number(process.hrtime.bigint()),
}

describe.skipIf(skipLocal || skipPgBouncer)('detectPooler', () => {
  let cluster: SharedCluster
  beforeAll(async () => {
    cluster = await sharedLocalCluster()
  })
  afterAll(() => cluster.stop())

  const detected = (
    options: PoolOptions,
    before: (address: Address) => Promise<void> = async () => {},
  ): Promise<PoolMode> =>
    withPgBouncer(cluster.address, options, async (address) => {
      await before(address)
      return detectPooler(address, ports)
    })

  it('finds none before PostgreSQL itself', async () => {
    expect(await detectPooler(cluster.address, ports)).toBe('none')
  })

  for (const mode of ['session', 'transaction', 'statement'] as const) {
    for (const poolSize of [1, 2, 10]) {
      it(`finds a pool by ${mode} with room for ${poolSize}`, async () => {
        expect(await detected({ mode, poolSize })).toBe(mode)
      })
    }

    for (const idle of [2, 3, 4]) {
      it(`finds a pool by ${mode} that hands out ${idle} idle backends in turn`, async () => {
        const options = { mode, poolSize: 10, roundRobin: true }
        expect(await detected(options, (address) => warm(address, idle))).toBe(mode)
      })
    }
  }
})

/** Leaves that many backends idle in the pool. */
async function warm(address: Address, backends: number): Promise<void> {
  const slept = Array.from({ length: backends }, () =>
    withPgSession({ address, ...ports }, (session) => session.query('select pg_sleep(0.3)')),
  )
  await Promise.all(slept)
}
