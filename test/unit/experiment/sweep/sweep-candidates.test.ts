import { describe, expect, it } from 'vitest'
import { finalistsWithExact, withRules } from '../../../../src/experiment/sweep/finals.js'
import { sweepCandidates, withoutImpossible } from '../../../../src/experiment/sweep/sweep-candidates.js'
import { ruleEntrants, rulesCandidates } from '../../../../src/experiment/sweep/rule-entrants.js'
import type { ApproximateIndex } from '../../../../src/sweep/indexes/index-operators.js'
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
      iterative: ['off' as const],
    }
    expect(sweepCandidates({ grid, metric: 'l2' }, { rowCount: 5000, dimensions: 32 })).toHaveLength(2)
  })

  it('lose those that arithmetic says cannot be built, with the reason', () => {
    const candidates = sweepCandidates(tuned, { rowCount: 5000, dimensions: 32 })
    const [index] = candidates
    if (index === undefined) throw new Error('there are no candidates')
    const { possible, impossible } = withoutImpossible(candidates, [
      { index, search: null, severity: 'impossible', text: 'too little memory', advice: null },
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
    expect(finalists.map(({ index, target, entered }) => [index.kind, target, entered])).toEqual([
      ['hnsw', 0.95, 'chosen'],
      ['ivfflat', 0.9, 'chosen'],
      ['exact', 1, 'chosen'],
    ])
  })

  it('take in what a rule asks for, with nothing set and tuned to the usual recall, unless it is there', () => {
    const kept = [
      {
        index: IVFFLAT(100) as ApproximateIndex,
        tuned: [
          { index: IVFFLAT(100), search: searchWith(4), target: 0.9 },
          { index: IVFFLAT(100), search: searchWith(9), target: 0.95 },
        ],
      },
    ]
    const rules = ruleEntrants(kept, [0.9, 0.95, 0.99], 10)
    expect(rules.map(({ search, target, entered }) => [search.effort, target, entered])).toEqual([
      [1, null, 'by rule'],
      [9, 0.95, 'by rule'],
    ])
    const chosen = finalistsWithExact(
      [{ index: IVFFLAT(100), search: searchWith(9), target: 0.95 }],
      'cosine',
    )
    expect(withRules(chosen, rules).map(({ search, entered }) => [search.effort, entered])).toEqual([
      [9, 'chosen'],
      [null, 'chosen'],
      [1, 'by rule'],
    ])
  })

  it('let what was chosen for a lower target compete at that of the rule that asks for it, too', () => {
    const at = (target: number) => ({ index: IVFFLAT(100), search: searchWith(9), target })
    const byRule = { ...at(0.95), entered: 'by rule' } as const
    const targetOf = (target: number): unknown =>
      withRules(finalistsWithExact([at(target)], 'cosine'), [byRule])
        .filter(({ index }) => index.kind === 'ivfflat')
        .map((entrant) => [entrant.target, entrant.entered])
    expect(targetOf(0.9)).toEqual([[0.95, 'chosen']])
    expect(targetOf(0.99)).toEqual([[0.99, 'chosen']])
  })

  it('keep the lists of both rules standing, of whole vectors', () => {
    const candidates = sweepCandidates(tuned, { rowCount: 20_000, dimensions: 32 })
    const halved = { ...IVFFLAT(100), representation: 'halfvec' } as ApproximateIndex
    const lists = rulesCandidates([...candidates, halved], 20_000).map((index) =>
      index.kind === 'ivfflat' ? [index.lists, index.representation] : [],
    )
    expect(lists).toHaveLength(2)
    expect(lists).toEqual(
      expect.arrayContaining([
        [100, 'vector'],
        [141, 'vector'],
      ]),
    )
  })
})
