import { describe, expect, it } from 'vitest'
import type { EvidenceLine, Sample } from '../../../src/model/evidence.js'
import { randomStream, type RandomStream } from '../../../src/model/random.js'
import { runRounds, type PreparedComparison } from '../../../src/measure/rounds.js'
import { prepareFloor } from '../../../src/measure/client-floor.js'
import { prepareQuery } from '../../../src/measure/prepared-query.js'
import { fakeDatabaseError, fakeSession, type FakeSession } from '../../support/fake-session.js'
import { measuredQuery } from '../../support/measured-query.js'

const MS = 1e6

async function comparison(
  session: FakeSession,
  name: string,
  changes: Partial<PreparedComparison> = {},
): Promise<PreparedComparison> {
  const arms = { before: { session, entry: 'drop index i' }, after: { session, entry: '' } }
  const prepared = await prepareQuery(arms, measuredQuery({ name, sql: name }))
  return {
    pair: 'main',
    ...prepared,
    arms,
    size: () => ({ discard: 1, keep: 2 }),
    rowOf: () => 0,
    ...changes,
  }
}

interface Scenario {
  readonly names?: readonly string[]
  readonly comparisons?: (session: FakeSession) => Promise<PreparedComparison[]>
  readonly session?: FakeSession
  readonly random?: RandomStream
  readonly looks?: readonly number[]
  readonly firstRound?: number
  readonly settled?: readonly string[]
  readonly deadlineNs?: number
  readonly settle?: (round: number) => readonly string[]
}

async function run(scenario: Scenario) {
  const session = scenario.session ?? fakeSession(() => MS)
  const comparisons =
    (await scenario.comparisons?.(session)) ??
    (await Promise.all((scenario.names ?? ['q']).map((name) => comparison(session, name))))
  const floor = await prepareFloor(session)
  session.log.length = 0
  const lines: EvidenceLine[] = []
  const looked: number[] = []
  const stoppedBy = await runRounds(
    {
      comparisons,
      floor,
      looks: scenario.looks ?? [1],
      firstRound: scenario.firstRound ?? 1,
      settled: scenario.settled ?? [],
      deadlineNs: scenario.deadlineNs ?? Infinity,
    },
    {
      randomOf: (round) => scenario.random ?? randomStream(1, `test/${round}`),
      now: session.now,
      record: (line) => lines.push(line),
      afterRound: (round, isLook) => {
        if (isLook) looked.push(round)
        return Promise.resolve(isLook ? (scenario.settle?.(round) ?? []) : [])
      },
    },
  )
  const samples = lines.filter((line): line is Sample => line.type === 'sample')
  return {
    session,
    lines,
    samples,
    looked,
    stoppedBy,
    rounds: Math.max(...samples.map(({ round }) => round)),
  }
}

const coins = (...sides: boolean[]): RandomStream => ({
  bits: () => 0,
  next: () => 0,
  below: () => 0,
  chance: () => false,
  coin: () => sides.shift() ?? true,
  shuffle: (items) => [...items],
})

describe('a round', () => {
  it('visits before, after, after, before when the coin says so: entering, discarding one, keeping two, rolling back', async () => {
    const { session } = await run({ random: coins(true) })
    const before = [
      'script: begin; select pg_current_xact_id(); drop index i; set local role "app"',
      'run: q',
      'run: q',
      'run: q',
      'script: rollback',
    ]
    const after = [
      'script: begin; select pg_current_xact_id(); set local role "app"',
      'run: q',
      'run: q',
      'run: q',
      'script: rollback',
    ]
    const floor = Array.from({ length: 11 }, () => 'run: select 1')
    expect(session.log).toEqual([...floor, ...before, ...after, ...after, ...before])
  })

  it('visits after, before, before, after when the coin falls the other way', async () => {
    const { samples } = await run({ random: coins(false) })
    expect(samples.filter(({ kept }) => kept).map(({ arm, visit }) => `${visit} ${arm}`)).toEqual([
      '0 after',
      '0 after',
      '1 before',
      '1 before',
      '2 before',
      '2 before',
      '3 after',
      '3 after',
    ])
  })

  it('records every execution with its coin, visit, row, and whether it was kept', async () => {
    const session = fakeSession(({ sql, nth }) => (sql === 'q' ? (nth + 1) * 100 : 7))
    const { lines, samples } = await run({ session, random: coins(true) })
    expect(lines[0]).toEqual({ type: 'floor', round: 1, durationNs: 7 })
    expect(lines.filter(({ type }) => type === 'floor')).toHaveLength(10)
    expect(samples[0]).toEqual({
      type: 'sample',
      round: 1,
      query: 'q',
      pair: 'main',
      arm: 'before',
      coin: 'ABBA',
      visit: 0,
      row: 0,
      kept: false,
      durationNs: 100,
      rows: 1,
    })
    expect(samples.map(({ durationNs }) => durationNs)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => n * 100),
    )
    expect(samples.map(({ kept }) => kept)).toEqual(
      Array.from({ length: 4 }, () => [false, true, true]).flat(),
    )
  })

  it('tosses a fair coin and shuffles the queries anew each round', async () => {
    const { samples } = await run({ names: ['a', 'b', 'c'], looks: [400] })
    const firsts = samples.filter(({ visit, kept }) => visit === 0 && !kept)
    const heads = firsts.filter(({ coin }) => coin === 'ABBA').length
    expect(heads / firsts.length).toBeGreaterThan(0.45)
    expect(heads / firsts.length).toBeLessThan(0.55)
    const orders = Array.from({ length: 400 }, (_, round) =>
      firsts
        .filter((sample) => sample.round === round + 1)
        .map(({ query }) => query)
        .join(''),
    )
    const counts = Object.fromEntries(
      [...new Set(orders)].map((order) => [order, orders.filter((o) => o === order).length]),
    )
    expect(Object.keys(counts).sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(40)
  })

  it('makes the same choices again with the same seed, and others with another', async () => {
    const schedule = async (seed: number): Promise<string[]> => {
      const { samples } = await run({ names: ['a', 'b'], looks: [20], random: randomStream(seed, 'x') })
      return samples.map(({ query, arm }) => query + arm)
    }
    expect(await schedule(5)).toEqual(await schedule(5))
    expect(await schedule(5)).not.toEqual(await schedule(6))
  })

  it('enters the state before in both arms of a control', async () => {
    const { session, samples } = await run({
      comparisons: async (session) => [
        await comparison(session, 'q', {
          pair: 'control',
          arms: {
            before: { session, entry: 'drop index i' },
            after: { session, entry: 'drop index i' },
          },
        }),
        await comparison(session, 'p'),
      ],
      random: coins(true, true),
    })
    const entries = session.log.filter((line) => line.startsWith('script: begin')).slice(0, 4)
    expect(new Set(entries)).toEqual(
      new Set(['script: begin; select pg_current_xact_id(); drop index i; set local role "app"']),
    )
    expect(new Set(samples.filter(({ query }) => query === 'q').map(({ pair }) => pair))).toEqual(
      new Set(['control']),
    )
  })

  it('runs each execution of a writing query between savepoints', async () => {
    const { session } = await run({
      comparisons: async (session) => {
        const base = await comparison(session, 'w', { size: () => ({ discard: 0, keep: 2 }) })
        return [{ ...base, query: { ...base.query, writes: true } }]
      },
    })
    const visit = session.log.slice(11, 11 + 8)
    expect(visit.slice(1)).toEqual([
      'script: savepoint execution',
      'run: w',
      'script: rollback to savepoint execution',
      'script: savepoint execution',
      'run: w',
      'script: rollback to savepoint execution',
      'script: rollback',
    ])
  })

  it('records a failed execution as data, ends its visit, and goes on', async () => {
    const session = fakeSession(({ sql, entry }) =>
      sql === 'bad' && !entry.includes('drop') ? fakeDatabaseError('57014', 'canceled') : MS,
    )
    const { samples } = await run({ session, names: ['bad', 'good'], random: coins(true, true) })
    const failed = samples.filter(({ error }) => error !== undefined)
    expect(failed).toHaveLength(2)
    expect(failed[0]).toMatchObject({ query: 'bad', arm: 'after', error: '57014: canceled', durationNs: 0 })
    expect(samples.filter(({ query }) => query === 'good')).toHaveLength(12)
  })

  it('uses the same parameter row in every visit of a round', async () => {
    const { samples } = await run({
      comparisons: async (session) => {
        const rows = ['a', 'b', 'c'].map((cohort) => ({ cohort, tenant: null, hit: true, values: [cohort] }))
        const arms = { before: { session, entry: '' }, after: { session, entry: '' } }
        const prepared = await prepareQuery(arms, measuredQuery({ name: 'q', sql: 'q', rows }))
        return [await comparison(session, 'q', { ...prepared, rowOf: (round) => round % 3 })]
      },
      looks: [4],
    })
    const byRound = [1, 2, 3, 4].map((round) => [
      ...new Set(samples.filter((s) => s.round === round).map(({ row }) => row)),
    ])
    expect(byRound).toEqual([[1], [2], [0], [1]])
  })
})

describe('the rounds', () => {
  it('end at the last look', async () => {
    expect(await run({ looks: [2, 5] })).toMatchObject({ stoppedBy: 'rounds', rounds: 5, looked: [2, 5] })
  })

  it('stop measuring a query once a look has settled it, and end when all are', async () => {
    const { samples, stoppedBy, looked } = await run({
      names: ['early', 'late'],
      looks: [2, 4, 9],
      settle: (round) => (round < 4 ? ['early'] : ['early', 'late']),
    })
    const lastRound = (name: string): number =>
      Math.max(...samples.filter(({ query }) => query === name).map(({ round }) => round))
    expect([lastRound('early'), lastRound('late')]).toEqual([2, 4])
    expect({ stoppedBy, looked }).toEqual({ stoppedBy: 'settled', looked: [2, 4] })
  })

  it('keep controls running until the last query is settled, and no longer', async () => {
    const { samples, stoppedBy } = await run({
      comparisons: async (session) => [
        await comparison(session, 'a', { pair: 'control' }),
        await comparison(session, 'a'),
        await comparison(session, 'b'),
      ],
      looks: [2, 4, 9],
      settle: (round) => (round < 4 ? ['a'] : ['a', 'b']),
    })
    const controlRounds = samples.filter(({ pair }) => pair === 'control').map(({ round }) => round)
    expect(Math.max(...controlRounds)).toBe(4)
    expect(stoppedBy).toBe('settled')
  })

  it('do not begin a round that would end after the deadline', async () => {
    // A round takes 11 + 12 executions of 1 ms: two fit into 50 ms, a third would end at 69.
    expect(await run({ looks: [60], deadlineNs: 50 * MS })).toMatchObject({ stoppedBy: 'budget', rounds: 2 })
  })

  it('finish at least one round however short the budget', async () => {
    expect(await run({ looks: [60], deadlineNs: 0 })).toMatchObject({ stoppedBy: 'budget', rounds: 1 })
  })
})
