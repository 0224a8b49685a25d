import { describe, expect, it } from 'vitest'
import { finalistsWithExact } from '../../../../src/experiment/sweep/finals.js'
import { sweepCandidates, withoutImpossible } from '../../../../src/experiment/sweep/sweep-candidates.js'
import { HNSW, IVFFLAT, searchWith } from '../../../support/sweep-evidence.js'

const tuned = { grid: null, metric: 'cosine' } as const

describe('the candidates of a sweep', () => {
  it('hold the lists of the published rule, once', () => {
    for (const rowCount of [5_000, 20_000, 100_000]) {
      const lists = sweepCandidates(tuned, { rowCount, dimensions: 32 }).flatMap((index) =>
        index.kind === 'ivfflat' ? [index.lists] : [],
      )
      expect(lists.filter((count) => count === 100)).toEqual([100])
    }
  })

  it('leave the rule out where there are few rows', () => {
    const lists = sweepCandidates(tuned, { rowCount: 500, dimensions: 32 }).flatMap((index) =>
      index.kind === 'ivfflat' ? [index.lists] : [],
    )
    expect(lists).not.toContain(100)
  })

  it('are those of the grid where there is one', () => {
    const grid = {
      lists: [10, 20],
      probes: [1],
      m: [],
      efConstruction: [],
      efSearch: [],
      representations: ['vector' as const],
    }
    expect(sweepCandidates({ grid, metric: 'l2' }, { rowCount: 5000, dimensions: 32 })).toHaveLength(2)
  })

  it('lose those that arithmetic says cannot be built, with the reason', () => {
    const candidates = sweepCandidates(tuned, { rowCount: 5000, dimensions: 32 })
    const [first] = candidates
    const index = first ?? expect.fail('there are no candidates')
    const { possible, impossible } = withoutImpossible(candidates, [
      { index, severity: 'impossible', text: 'too little memory', advice: null },
    ])
    expect(possible).toHaveLength(candidates.length - 1)
    expect(impossible).toEqual([{ index, reason: 'too little memory' }])
  })
})

describe('the finalists', () => {
  it('are measured once where several targets chose the same, and the exact scan with them', () => {
    const chosen = [
      { index: HNSW, search: searchWith(40), target: 0.9 },
      { index: HNSW, search: searchWith(40), target: 0.95 },
      { index: IVFFLAT(), search: searchWith(9), target: 0.9 },
    ]
    const finalists = finalistsWithExact(chosen, 'cosine')
    expect(finalists.map(({ index, target }) => [index.kind, target])).toEqual([
      ['hnsw', 0.95],
      ['ivfflat', 0.9],
      ['exact', 1],
    ])
  })
})
