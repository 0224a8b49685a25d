import { describe, expect, it } from 'vitest'
import type { CopyName, WriteVisit } from '../../../../src/model/price.js'
import { randomStream } from '../../../../src/model/random.js'
import type { Copy, MeasuredWrite } from '../../../../src/measure/price/measured-write.js'
import { writeCounters } from '../../../../src/measure/price/write-counters.js'
import { runWriteRounds } from '../../../../src/measure/price/write-rounds.js'
import {
  fakeDatabaseError,
  fakeSession,
  type FakeExecution,
  type FakeSession,
} from '../../../support/fake-session.js'
import { measuredQuery } from '../../../support/measured-query.js'

const COPIES: readonly CopyName[] = ['before', 'after', 'control']

const write = (name: string, rows: number): MeasuredWrite => ({
  ...measuredQuery({ name, sql: name, role: 'app', writes: true }),
  rows: Array.from({ length: rows }, (_, i) => ({
    cohort: 'all',
    tenant: String(i % 2),
    hit: true,
    values: [String(i)],
  })),
  title: name,
  operation: 'insert',
  schema: 'public',
  table: 't',
  source: 'scenario',
  roleName: 'app',
})

type Duration = (execution: FakeExecution) => number | ReturnType<typeof fakeDatabaseError>

async function run(writes: readonly MeasuredWrite[], duration: Duration = () => 1e5, deadlineNs = Infinity) {
  const sessions = new Map<CopyName, FakeSession>(COPIES.map((name) => [name, fakeSession(duration)]))
  const reconnected: CopyName[] = []
  const copies = COPIES.map((name): Copy => ({
    name,
    session: sessions.get(name) as FakeSession,
    owner: 'owner',
    reconnect: () => Promise.resolve(void reconnected.push(name)),
  }))
  const visits: WriteVisit[] = []
  const now = (): number => [...sessions.values()].reduce((sum, session) => sum + session.now(), 0)
  const stoppedBy = await runWriteRounds(
    {
      copies,
      writes,
      deadlineNs,
      counters: writeCounters({ walByPosition: false, statisticsFlush: true }),
    },
    {
      randomOf: (round) => randomStream(1, `${round}`),
      now,
      record: (line) => (line.type === 'write' ? visits.push(line) : undefined),
      onRound: () => {},
    },
  )
  return { stoppedBy, visits, sessions, reconnected }
}

const executed = (session: FakeSession | undefined): readonly string[] =>
  (session?.log ?? []).filter((line) => line.startsWith('run: '))

describe('rounds of writes', () => {
  it('write the same rows in the same order in every copy, and none twice', async () => {
    const { sessions, visits, stoppedBy } = await run([write('a', 300), write('b', 300)])
    expect(stoppedBy).toBe('rounds')
    const [before, after, control] = COPIES.map((name) => executed(sessions.get(name)))
    expect(after).toEqual(before)
    expect(control).toEqual(before)
    expect(new Set(before).size).toBe(before?.length)
    expect(visits.every(({ executions, durationsNs }) => executions === durationsNs.length + 2)).toBe(true)
  })

  it('visit the copies in random order and then in its reverse', async () => {
    const { visits } = await run([write('a', 500)])
    const orders = new Set<string>()
    for (let i = 0; i < visits.length; i += 6) {
      const order = visits.slice(i, i + 6).map(({ copy }) => copy)
      expect(order.slice(3)).toEqual(order.slice(0, 3).toReversed())
      orders.add(order.slice(0, 3).join())
    }
    expect(orders.size).toBeGreaterThan(2)
  })

  it('take fresh connections each round, and act as the role and tenant of the row', async () => {
    const { sessions, visits, reconnected } = await run([write('a', 300)])
    const rounds = Math.max(...visits.map(({ round }) => round))
    expect(reconnected).toHaveLength(3 * rounds)
    expect(sessions.get('before')?.log).toContain('script: set role "app"')
  })

  it('end at the deadline, after one round at the least', async () => {
    const { stoppedBy, visits } = await run([write('a', 1000)], () => 1e6, 0)
    expect(stoppedBy).toBe('budget')
    expect(new Set(visits.map(({ round }) => round))).toEqual(new Set([1]))
  })

  it('go on without a write that fails, its error kept', async () => {
    const fail = fakeDatabaseError('23505', 'duplicate key')
    const { visits } = await run([write('a', 300), write('b', 300)], ({ sql, values }) =>
      sql === 'b' && Number(values[0]) > 50 ? fail : 1e5,
    )
    const ofB = visits.filter((visit) => visit.write === 'b')
    expect(ofB.some(({ error }) => error === '23505: duplicate key')).toBe(true)
    const last = (name: string): number =>
      Math.max(...visits.filter((visit) => visit.write === name).map(({ round }) => round))
    expect(last('b')).toBeLessThan(last('a'))
  })

  it('leave out a write that fails at once', async () => {
    const fail = fakeDatabaseError('42501', 'permission denied')
    const { visits } = await run([write('a', 300), write('b', 300)], ({ sql }) => (sql === 'b' ? fail : 1e5))
    expect(visits.filter((visit) => visit.write === 'b')).toHaveLength(3)
    expect(visits.filter((visit) => visit.write === 'a').length).toBeGreaterThan(10)
  })
})
