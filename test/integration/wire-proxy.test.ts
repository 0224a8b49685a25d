import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import type { WireFault } from '../../bench/wire-proxy/wire-fault.js'
import { withWireProxy, type WireProxy } from '../../bench/wire-proxy/wire-proxy.js'
import type { Address } from '../../src/model/address.js'
import { withPgSession } from '../../src/postgres/pg-session.js'
import type { Session } from '../../src/postgres/session.js'
import { withRollback } from '../../src/postgres/transaction.js'
import { withLocalCluster } from '../../src/server/local/cluster.js'
import { findBinaries } from '../../src/server/local/find-binaries.js'
import { skipLocal } from '../support/local-postgres.js'
import { describeSession } from '../support/session-contract.js'

const now = (): number => Number(process.hrtime.bigint())
const never = (): AbortSignal => new AbortController().signal
const ENOUGH_MS = 1000

type Work<T> = (session: Session, proxy: WireProxy, open: () => Promise<unknown>) => Promise<T>

const cluster = skipLocal ? null : await startCluster()
afterAll(() => cluster?.stop())

/** A session through a proxy to an empty database; `open` tries another connection through the same proxy. */
async function through<T>(fault: WireFault, work: Work<T>, signal = never()): Promise<T> {
  const upstream = await emptyDatabase()
  return withWireProxy({ upstream, fault }, (proxy) => {
    const address = { ...upstream, host: '127.0.0.1', port: proxy.port }
    const open = (): Promise<unknown> =>
      withPgSession({ address, signal, now }, (session) => session.query('select 1 as one'))
    return withPgSession({ address, signal, now }, (session) => work(session, proxy, open))
  })
}

let databases = 0
async function emptyDatabase(): Promise<Address> {
  if (cluster === null) throw new Error('PostgreSQL is not installed here')
  const { address } = cluster
  const database = `empty_${++databases}`
  await withPgSession({ address, signal: never(), now }, (session) =>
    session.script(`create database ${database}`),
  )
  return { ...address, database }
}

/** One for all tests of this file: a start takes a second or more. */
async function startCluster(): Promise<{ address: Address; stop: () => Promise<void> }> {
  const binaries = await findBinaries({ folder: null, path: process.env['PATH'] ?? '' })
  return new Promise((resolve, reject) => {
    const cluster = withLocalCluster(
      binaries,
      ({ address }) =>
        new Promise<void>((release) => {
          const stop = async (): Promise<void> => {
            release()
            await cluster
          }
          resolve({ address, stop })
        }),
    )
    cluster.catch(reject)
  })
}

/** Far more than one packet each way. */
const big = 'x'.repeat(200_000)

const errorAt = (atRequest: number, severity: 'ERROR' | 'FATAL', code: string): WireFault => ({
  kind: 'error',
  atRequest,
  severity,
  code,
})

describe.skipIf(skipLocal)('a session through the wire proxy', () => {
  describe('without a fault', () => {
    describeSession((work) => through({ kind: 'none' }, work))
  })

  describe('byte by byte', () => {
    describeSession((work) => through({ kind: 'slices', seed: 1, maxBytes: 1 }, work))
  })

  it('in random slices gets large values whole', async () => {
    await through({ kind: 'slices', seed: 7, maxBytes: 3000 }, async (session) => {
      expect(await session.query('select $1::text || $1::text as doubled', [big])).toEqual([
        { doubled: big + big },
      ])
    })
  })

  it('has its connections, requests and bytes counted', async () => {
    await through({ kind: 'none' }, async (session, { traffic }, open) => {
      const before = { ...traffic.bytes }
      await session.script('create table t (x text)')
      const insert = await session.prepare('insert into t values ($1)')
      await insert.bind(['x']).run()
      await session.copyIn('copy t from stdin', [Buffer.from(`${big}\n`)])
      await open()
      expect(traffic).toMatchObject({ connections: 2, requests: 5, struck: false })
      expect(traffic.bytes['to-server'] - before['to-server']).toBeGreaterThan(big.length)
    })
  })
})

describe.skipIf(skipLocal)('a connection that is lost', () => {
  it.each([
    ['reset', 'to-server'],
    ['reset', 'to-client'],
    ['cut', 'to-server'],
    ['cut', 'to-client'],
  ] as const)('by a %s %s is told by the statement; the next connection works', async (kind, direction) => {
    await through({ kind, direction, atByte: 2000 }, async (session, { traffic }, open) => {
      await expect(session.query('select $1::text as same', [big])).rejects.toThrow(
        /ECONNRESET|EPIPE|Connection terminated/,
      )
      expect(traffic.struck).toBe(true)
      expect(await open()).toEqual([{ one: '1' }])
    })
  })

  it('while connecting is told as well', async () => {
    const fault = { kind: 'cut', direction: 'to-client', atByte: 20 } as const
    await expect(through(fault, () => Promise.resolve())).rejects.toThrow('Connection terminated')
  })

  it('to a black hole is silent, on later connections too, until it is aborted', async () => {
    const controller = new AbortController()
    const fault = { kind: 'black-hole', direction: 'to-client', atByte: 2000 } as const
    const run = through(
      fault,
      async (session, { traffic }, open) => {
        const waiting = session.query('select $1::text as same', [big])
        const another = delay(50).then(open)
        const first = await Promise.race([waiting, another, delay(ENOUGH_MS, 'silence')])
        expect([first, traffic.struck, traffic.connections]).toEqual(['silence', true, 2])
        void another.catch(() => {})
        controller.abort(new Error('enough'))
        await waiting
      },
      controller.signal,
    )
    await expect(run).rejects.toThrow('enough')
  })
})

describe.skipIf(skipLocal)('an injected error', () => {
  it('is a DatabaseError of its code, and the session goes on', async () => {
    await through(errorAt(2, 'ERROR', '53100'), async (session, { traffic }) => {
      await session.script('create table t (id int)')
      await expect(session.script('insert into t values (1)')).rejects.toMatchObject({
        name: 'DatabaseError',
        code: '53100',
        severity: 'ERROR',
      })
      expect(traffic).toMatchObject({ requests: 2, struck: true })
      expect(await session.query('select count(*) as n from t')).toEqual([{ n: '0' }])
    })
  })

  it('takes the place of a prepared execution, a parameter query and a COPY alike', async () => {
    for (const atRequest of [3, 4, 5]) {
      await through(errorAt(atRequest, 'ERROR', '57014'), async (session) => {
        await session.script('create table t (id int)')
        const insert = await session.prepare('insert into t values ($1::int)')
        const steps = [
          () => insert.bind(['1']).run(),
          () => session.query('insert into t values ($1::int)', ['2']),
          () => session.copyIn('copy t from stdin', [Buffer.from('3\n')]),
        ]
        const codes: unknown[] = []
        for (const step of steps)
          codes.push(
            await step().then(
              () => 'ok',
              (error: { code: string }) => error.code,
            ),
          )
        expect(codes).toEqual([3, 4, 5].map((n) => (n === atRequest ? '57014' : 'ok')))
        expect(await session.query('select count(*) as n from t')).toEqual([{ n: '2' }])
      })
    }
  })

  it('makes the transaction around it fail, on the server too', async () => {
    await through(errorAt(3, 'ERROR', '40001'), async (session) => {
      await session.script('create table t (id int)')
      await withRollback(session, async () => {
        await expect(session.query('insert into t values ($1)', ['1'])).rejects.toMatchObject({
          code: '40001',
        })
        await expect(session.query('select 1 as one')).rejects.toMatchObject({ code: '25P02' })
      })
      expect(await session.query('select 1 as one')).toEqual([{ one: '1' }])
    })
  })

  it('that is fatal ends the connection; the next one works', async () => {
    await through(errorAt(2, 'FATAL', '57P01'), async (session, _, open) => {
      await session.query('select 1 as one')
      await expect(session.query('select 2 as two')).rejects.toMatchObject({
        name: 'ConnectionLostError',
        cause: { name: 'DatabaseError', code: '57P01', severity: 'FATAL' },
      })
      await expect(session.query('select 3 as three')).rejects.toThrow(/connection|queryable/i)
      expect(await open()).toEqual([{ one: '1' }])
    })
  })

  it('at request 1, 2, 3 … reaches every request, until the work passes', async () => {
    const codes: string[] = []
    for (let atRequest = 1; codes.at(-1) !== 'passed'; atRequest++) {
      codes.push(
        await through(errorAt(atRequest, 'ERROR', '53200'), async (session) => {
          await session.script('create table t (id int)')
          await withRollback(session, () => session.query('select count(*) from t'))
        }).then(
          () => 'passed',
          (error: { code: string }) => error.code,
        ),
      )
    }
    expect(codes).toEqual(['53200', '53200', '53200', '53200', 'passed'])
  })
})
