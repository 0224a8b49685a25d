import { describe, expect, it } from 'vitest'
import { blocksOf, doneBefore } from '../../../../src/experiment/observe/blocks.js'
import type { Comparison } from '../../../../src/model/comparison.js'
import type { RoundEnd } from '../../../../src/model/evidence.js'

const QUERIES = [
  { name: 'read', writes: false },
  { name: 'write', writes: true },
]

const COMPARISONS: Comparison[] = [
  { query: 'read', pair: 'main' },
  { query: 'read', pair: 'control' },
  { query: 'write', pair: 'main' },
  { query: 'read', pair: 'policy' },
  { query: 'read', pair: 'without public.i' },
  { query: 'write', pair: 'without public.i' },
]

const LOOKS = [12, 18]

const roundEnd = (block: string, round: number, settled: string[] = []): RoundEnd => ({
  type: 'round',
  block,
  round,
  settled,
  elapsedMs: 1,
  at: '2025-06-01T12:00:00.000Z',
  pressure: { cpuPercent: null, load: null },
})

describe('the blocks of a run', () => {
  it('measure the verdicts of reads first, what looks closer at reads next, and writes last', () => {
    const blocks = blocksOf(COMPARISONS, QUERIES)
    expect(blocks.map(({ name, comparisons }) => [name, comparisons.length])).toEqual([
      ['reads', 2],
      ['modes', 1],
      ['indexes', 1],
      ['writes', 1],
      ['indexes of writes', 1],
    ])
  })

  it('end one after the other; a closer look weighs half a verdict, and a share is left for a subset of the indexes', () => {
    const ends = blocksOf(COMPARISONS, QUERIES).map(({ endsAt }) => endsAt)
    expect(ends.map((end) => Number(end.toFixed(3)))).toEqual([0.222, 0.333, 0.444, 0.667, 0.778])
  })

  it('end with the budget where no index is left out', () => {
    const mains = COMPARISONS.filter(({ pair }) => pair === 'main')
    expect(blocksOf(mains, QUERIES).map(({ endsAt }) => endsAt)).toEqual([0.5, 1])
  })

  it('give indexes no more than the verdicts, in batches that are measured to their end', () => {
    const mains = COMPARISONS.filter(({ pair }) => pair === 'main')
    const many = Array.from({ length: 40 }, (_, i): Comparison => ({
      query: 'read',
      pair: `without public.i${i}`,
    }))
    const blocks = blocksOf([...mains, ...many], QUERIES)
    expect(blocks.map(({ name, comparisons }) => [name, comparisons.length])).toEqual([
      ['reads', 1],
      ['indexes', 16],
      ['indexes 2', 16],
      ['indexes 3', 8],
      ['writes', 1],
    ])
    const [reads, last] = [blocks[0]?.endsAt ?? 0, blocks[3]?.endsAt ?? 0]
    expect(last - reads).toBeCloseTo(2 * reads)
  })

  it('are left out where they have nothing to measure', () => {
    const blocks = blocksOf([{ query: 'write', pair: 'main' }], QUERIES)
    expect(blocks).toEqual([{ name: 'writes', comparisons: [{ query: 'write', pair: 'main' }], endsAt: 1 }])
  })
})

describe('a block of an interrupted run', () => {
  const [reads] = blocksOf(COMPARISONS, QUERIES)
  const done = (rounds: RoundEnd[]) => (reads === undefined ? null : doneBefore(reads, rounds, LOOKS))

  it('begins where no round of it was finished', () => {
    expect(done([])).toEqual({ firstRound: 1, settled: [], ended: null })
  })

  it('goes on after its last finished round', () => {
    expect(done([roundEnd('reads', 1), roundEnd('reads', 2)])).toEqual({
      firstRound: 3,
      settled: [],
      ended: null,
    })
  })

  it('is over when all but its controls are settled', () => {
    expect(done([roundEnd('reads', 12, ['read'])])).toMatchObject({ ended: 'settled' })
  })

  it('is over after the last look, and when a later block has begun', () => {
    expect(done([roundEnd('reads', 18)])).toMatchObject({ ended: 'rounds' })
    expect(done([roundEnd('reads', 3), roundEnd('modes', 1)])).toMatchObject({ ended: 'budget' })
  })
})
