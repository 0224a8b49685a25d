// A connection that dies, in every way we can make it: what was under way is told, and so is whatever is asked after.
import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/model/address.js'
import { ConnectionLostError } from '../../src/postgres/connection-lost-error.js'
import { withPgSession } from '../../src/postgres/pg-session.js'
import type { Session } from '../../src/postgres/session.js'
import { withRollback } from '../../src/postgres/transaction.js'
import { withCuttingProxy, type Cut } from '../support/cutting-proxy.js'
import { skipLocal, withLocalAddress } from '../support/local-postgres.js'

const signal = new AbortController().signal
const now = (): number => Number(process.hrtime.bigint())
const connected = <T>(address: Address, work: (session: Session) => Promise<T>): Promise<T> =>
  withPgSession({ address, signal, now }, work)

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

/** Every kind of exchange once; over 64 KB are copied, so that the stream is cut between its chunks too. */
async function everyExchange(session: Session): Promise<void> {
  await session.script('create temp table copied (x text)')
  await session.query('select $1::text as x', ['a'])
  const statement = await session.prepare('select $1::text')
  await statement.bind(['b']).run()
  const chunk = Buffer.from(`${'x'.repeat(999)}\n`.repeat(32))
  await session.copyIn('copy copied from stdin', [chunk, chunk, chunk])
  await statement.close()
}

/** refused: it never came to a session. */
async function outcomeThrough(address: Address): Promise<string> {
  let isOpen = false
  const error = await errorOf(
    connected(address, async (session) => {
      isOpen = true
      await everyExchange(session)
    }),
  )
  if (isOpen && error instanceof ConnectionLostError) return 'told'
  return !isOpen && error instanceof Error ? 'refused' : `silent, or something else: ${String(error)}`
}

const pidOf = async (session: Session): Promise<number> =>
  Number((await session.query('select pg_backend_pid() as pid'))[0]?.['pid'])

describe.skipIf(skipLocal)('a lost connection', () => {
  it('is told by what was under way and by everything after, when the server ended it', async () => {
    await withLocalAddress((address) =>
      connected(address, async (session) => {
        const first = await errorOf(session.query('select pg_terminate_backend(pg_backend_pid())'))
        expect(first).toBeInstanceOf(ConnectionLostError)
        expect(first).toMatchObject({
          message:
            'the connection to PostgreSQL was lost (while running a query: terminating connection due to administrator command)',
          cause: { code: '57P01' },
        })
        expect(await errorOf(session.query('select 1'))).toBe(first)
        expect(await errorOf(session.copyIn('copy t from stdin', []))).toBe(first)
      }),
    )
  })

  it('is told at the next call, when it was idle', async () => {
    let tell = (): void => {}
    const lost = new Promise<void>((resolve) => (tell = resolve))
    await withLocalAddress((address) =>
      withPgSession({ address, signal, now, onLost: () => tell() }, async (session) => {
        const statement = (await session.prepare('select 1')).bind([])
        const pid = await pidOf(session)
        await connected(address, (other) => other.query('select pg_terminate_backend($1::int)', [`${pid}`]))
        await lost
        const error = await errorOf(statement.run())
        expect(error).toBeInstanceOf(ConnectionLostError)
        expect(error).toHaveProperty('message', expect.stringContaining('while idle'))
      }),
    )
  })

  it('is told by every call that waits in the queue', async () => {
    await withLocalAddress((address) =>
      connected(address, async (session) => {
        const statement = (await session.prepare('select 1')).bind([])
        const pid = await pidOf(session)
        const waiting = [
          session.query('select pg_sleep(60)'),
          session.query('select 1'),
          statement.run(),
          session.copyIn('copy t from stdin', [Buffer.from('1\n')]),
        ].map(errorOf)
        await connected(address, (other) => other.query('select pg_terminate_backend($1::int)', [`${pid}`]))
        for (const error of await Promise.all(waiting)) expect(error).toBeInstanceOf(ConnectionLostError)
      }),
    )
  })

  it('is told wherever the stream is cut, from either side', async () => {
    await withLocalAddress(async (server) => {
      const totals = await withCuttingProxy(server, null, async (address, passed) => {
        await connected(address, everyExchange)
        return { ...passed }
      })
      expect(totals.client).toBeGreaterThan(90_000)
      const outcomes: Record<string, Cut[]> = {}
      for (const cut of cutsThrough(totals)) {
        const outcome = await withCuttingProxy(server, cut, outcomeThrough)
        ;(outcomes[outcome] ??= []).push(cut)
      }
      expect(Object.keys(outcomes).sort()).toEqual(['refused', 'told'])
      expect(outcomes['told']?.length).toBeGreaterThan(100)
    })
  })

  it('is given up when no answer comes', async () => {
    await withLocalAddress((server) =>
      // The client's clock runs sixty times as fast: 16 s of patience are a quarter of a second.
      withPgSession({ address: server, signal, now: () => now() * 60 }, async (session) => {
        const pid = await pidOf(session)
        await session.limitStatements(1000)
        process.kill(pid, 'SIGSTOP')
        try {
          const error = await errorOf(session.query('select 1'))
          expect(error).toBeInstanceOf(ConnectionLostError)
          expect(error).toHaveProperty('message', expect.stringMatching(/no answer came for \d+ s/))
          expect(await errorOf(session.script('rollback'))).toBe(error)
        } finally {
          process.kill(pid, 'SIGCONT')
        }
      }),
    )
  })

  it("is the server's to tell where a statement only takes too long", async () => {
    await withLocalAddress((address) =>
      connected(address, async (session) => {
        await session.limitStatements(300)
        await expect(session.query('select pg_sleep(60)')).rejects.toMatchObject({ code: '57014' })
        expect(await session.query('select 1 as one')).toEqual([{ one: '1' }])
      }),
    )
  })

  it('yields to an aborted signal', async () => {
    await withLocalAddress((address) =>
      withCuttingProxy(address, { from: 'server', afterBytes: 2000, how: 'silence' }, async (silent) => {
        const controller = new AbortController()
        const options = { address: silent, signal: controller.signal, now }
        const run = withPgSession(options, async (session) => {
          setTimeout(() => controller.abort(new Error('enough')), 50)
          await withRollback(session, () => session.query(`select repeat('x', 4000)`))
        })
        expect(await errorOf(run)).toBe(controller.signal.reason)
      }),
    )
  })
})

/** A hundred places or so on each way, closer together where the messages are small. */
function cutsThrough(totals: Record<Cut['from'], number>): readonly Cut[] {
  return (['client', 'server'] as const).flatMap((from) => {
    const places = new Set<number>()
    for (let at = 0; at < totals[from] - 5; at = Math.ceil(at < 800 ? at + 7 : at * 1.15)) places.add(at)
    return [...places].map((afterBytes) => ({ from, afterBytes, how: 'reset' as const }))
  })
}
