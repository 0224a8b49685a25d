import { describe, expect, it } from 'vitest'
import { analyse } from '../../../../src/analyse/analyse.js'
import { settledComparisons } from '../../../../src/analyse/stopping/settled-comparisons.js'
import type { EvidenceOverrides } from '../../../support/evidence.js'
import { alsoMeasured, makeGroupedEvidence, type GroupOverrides } from '../../../support/group-claim.js'

const queries = [
  { name: 'a', speedup: 20 },
  { name: 'b', speedup: 2 },
]

const shaky = { kind: 'ratio' as const, estimate: 1, low: 0.93, high: 1.07, confidence: 0.99, rounds: 27 }
const steady = { estimate: 1, low: 0.99, high: 1.01, confidence: 0.99, rounds: 27 }

function settled(groups: readonly GroupOverrides[], overrides: EvidenceOverrides = {}): string[] {
  const evidence = makeGroupedEvidence(groups, { queries, rounds: 27, noise: 0.03, ...overrides })
  return [...settledComparisons(analyse(evidence), evidence.header.policy)]
}

describe('what needs no further rounds', () => {
  it('is every query whose verdict is settled', () => {
    expect(settled([])).toEqual(['a', 'b'])
  })

  it('is not a member that a claim on its group still waits for', () => {
    // The truth of b lies at the edge: no number of rounds decides.
    const atEdge = { claim: '>=2.1x', quantifier: 'every' }
    expect(settled([atEdge])).toEqual(['a'])
    expect(settled([{ ...atEdge, queries: ['a'] }])).toEqual(['a', 'b'])
  })

  it('is no member of an undecided geometric mean, for it is of all of them', () => {
    const claim = `>=${(Math.sqrt(40) * 1.05).toFixed(3)}x`
    expect(settled([{ claim, quantifier: 'geometric mean' }])).toEqual([])
  })

  it('is a member of a decided group, though undecided itself', () => {
    expect(settled([{ claim: '>=2.1x', quantifier: 'at least one' }])).toEqual(['a', 'b'])
  })

  it('is a member that is void for what no round can mend', () => {
    const check = { state: 'different' as const, differing: 1 }
    const broken = [
      { ...queries[0], name: 'a', check },
      { name: 'b', speedup: 2 },
      { name: 'c', speedup: 20 },
    ]
    const waiting = { claim: '>=2.1x', quantifier: 'at least 60%' }
    expect(settled([waiting], { queries: broken })).toEqual(['a', 'c'])
  })

  it('is no member whose verdict holds only because the controls are noisy', () => {
    const noisy = { queries: [{ name: 'a' }, { name: 'b', speedup: 2 }], noise: 0.12, rounds: 27 }
    const evidence = makeGroupedEvidence([{ claim: 'unchanged', queries: ['a'] }], noisy)
    const analysis = analyse(evidence)
    expect(analysis.delta).toBeGreaterThan(evidence.header.policy.smallestEffect)
    const claims = analysis.claims.map((claim) => ({
      ...claim,
      verdict: 'confirmed' as const,
      members: claim.members.map((member) => ({
        ...member,
        verdict: 'confirmed' as const,
        interval: shaky,
      })),
    }))
    const quiet = { ...analysis, queries: analysis.queries.map((query) => ({ ...query, speedup: steady })) }
    expect([...settledComparisons({ ...quiet, claims }, evidence.header.policy)]).toEqual(['b'])
  })

  it('knows the pair that a claim is about', () => {
    const group = { claim: '>=2.1x', pair: 'policy' as const }
    const evidence = alsoMeasured(
      makeGroupedEvidence([group], { queries, rounds: 27, noise: 0.03 }),
      'policy',
    )
    const keys = settledComparisons(analyse(evidence), evidence.header.policy)
    expect([...keys]).toEqual(['a', 'b', 'a (policy)'])
  })
})
