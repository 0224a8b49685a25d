import { describe, expect, it } from 'vitest'
import { agreementOf, timeOf, type Observed } from '../../../../src/analyse/work-done/agreement.js'
import type { ArmWork } from '../../../../src/model/forensics.js'

const WORK: ArmWork = {
  sharedBlocks: 100,
  dirtiedBlocks: 0,
  tempBlocks: 0,
  rowsRemoved: 0,
  heapFetches: 0,
  triggerCalls: 0,
  walRecords: 0,
  walBytes: 0,
  planningMs: 0.3,
  planningBlocks: 0,
  executionMs: 1,
}

const observed = (changes: Partial<Observed>): Observed => ({
  time: 'same time',
  before: WORK,
  after: WORK,
  blocksRatio: 1,
  planning: null,
  planChanged: false,
  ...changes,
})

const PLANNING = { beforeMs: 0.3, afterMs: 0.9, share: 0.8 }

describe('what work says of the time', () => {
  it.each<[Partial<Observed>, string]>([
    [{ time: 'faster', blocksRatio: 40 }, 'faster, and reads 40 times fewer blocks'],
    [{ time: 'faster', blocksRatio: 1.25 }, 'faster, and reads 20 % fewer blocks'],
    [{ time: 'faster' }, 'faster, same blocks: the same plan, so cache or noise'],
    [
      { time: 'faster', before: { ...WORK, planningMs: null } },
      'faster, same blocks: the same plan, so cache or planning',
    ],
    [{ time: 'faster', planChanged: true }, 'faster, same blocks: another plan, which computes less'],
    [
      { time: 'faster', planChanged: true, before: { ...WORK, rowsRemoved: 12_345 } },
      'faster, same blocks: it filters 0 rows away, 12,345 before',
    ],
    [{ time: 'slower', blocksRatio: 1 / 3 }, 'slower, and reads 3 times more blocks'],
    [
      { time: 'faster', after: { ...WORK, triggerCalls: 1 } },
      'faster, same blocks: triggers (foreign keys), whose work no plan shows',
    ],
    [
      { time: 'slower', planning: PLANNING },
      'slower, same blocks: planning (0.9 ms with the migration, 0.3 ms without)',
    ],
    [
      { time: 'slower', blocksRatio: 0.5, planning: PLANNING },
      'slower, and reads 2 times more blocks; most of it is planning (0.9 ms with the migration, 0.3 ms without)',
    ],
    [
      { time: 'slower', blocksRatio: 4, planChanged: true, after: { ...WORK, tempBlocks: 950 } },
      'slower, yet reads 4 times fewer blocks: it spills 950 blocks to disk, 0 before',
    ],
    [
      { time: 'faster', blocksRatio: 0.5, planChanged: true },
      'faster, yet reads 2 times more blocks: another plan, which computes less',
    ],
    [{}, 'same work, same time'],
    [{ blocksRatio: 1.09 }, 'same work, same time'],
    [{ blocksRatio: 3 }, 'same time, yet reads 3 times fewer blocks: a gain where they are not cached'],
    [{ blocksRatio: 0.8 }, 'same time, yet reads 25 % more blocks: a loss where they are not cached'],
    [{ time: 'undecided' }, 'time undecided, same blocks'],
    [{ time: 'undecided', blocksRatio: 3 }, 'time undecided, reads 3 times fewer blocks'],
    [{ blocksRatio: null }, 'no plan tells of the work'],
  ])('for %o', (changes, text) => {
    expect(agreementOf(observed(changes)).text).toBe(text)
  })

  it('has a code for machines', () => {
    expect(agreementOf(observed({ time: 'slower', blocksRatio: 4 })).code).toBe('slower, fewer blocks')
    expect(agreementOf(observed({ blocksRatio: null })).code).toBe('unknown')
  })
})

describe('what time says', () => {
  const speedup = (low: number | null, high: number | null) =>
    ({ estimate: 1, low, high, confidence: 0.95, rounds: 20 }) as const

  it.each([
    [1.06, 2, 'faster'],
    [0.5, 0.9, 'slower'],
    [0.96, 1.04, 'same time'],
    [0.9, 1.2, 'undecided'],
    [1.04, 2, 'undecided'],
    [null, null, 'undecided'],
  ] as const)('of an interval from %s to %s: %s', (low, high, time) => {
    expect(timeOf('unexplained', speedup(low, high), 1.05)).toBe(time)
  })

  it('is nothing where the verdict is void or there is no speed-up', () => {
    expect(timeOf('void', speedup(2, 3), 1.05)).toBe('undecided')
    expect(timeOf('inconclusive', null, 1.05)).toBe('undecided')
  })
})
