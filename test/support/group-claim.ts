// A claim on a group for synthetic evidence, and the evidence that has it.
import type { Evidence } from '../../src/model/evidence.js'
import type { GroupClaimFacts } from '../../src/model/group-claim.js'
import { makeEvidence, type EvidenceOverrides } from './evidence.js'

/** On every query of the evidence that is not told otherwise. */
export type GroupOverrides = Partial<GroupClaimFacts>

export function makeGroupedEvidence(
  groups: readonly GroupOverrides[],
  overrides: EvidenceOverrides = {},
): Evidence {
  const evidence = makeEvidence(overrides)
  const queries = evidence.header.queries.map(({ name }) => name)
  const claims = groups.map((group, i): GroupClaimFacts => ({
    name: `group-${i + 1}`,
    title: `Group ${i + 1}`,
    says: null,
    claim: '>=2x',
    quantifier: 'every',
    pair: 'main',
    queries,
    ...group,
  }))
  return { ...evidence, header: { ...evidence.header, claims } }
}

/** The same evidence with another pair measured as the main one was. */
export function alsoMeasured(evidence: Evidence, pair: 'policy' | 'generic'): Evidence {
  const { header, samples } = evidence
  const main = samples.filter((sample) => sample.pair === 'main')
  const comparisons = header.queries.map(({ name }) => ({ query: name, pair }))
  return {
    ...evidence,
    header: { ...header, comparisons: [...header.comparisons, ...comparisons] },
    samples: [...samples, ...main.map((sample) => ({ ...sample, pair }))],
  }
}

/** A run with every quantifier, claims in milliseconds, and members that keep and break them. */
export const GROUPED_EVIDENCE: Evidence = makeGroupedEvidence(
  [
    { name: 'all-faster', title: 'Every query is at least twice as fast' },
    { name: 'tenants', title: 'Tenant queries are 5-10x faster', claim: '5-10x', quantifier: 'at least 60%' },
    { name: 'one-instant', title: 'One query is instant', claim: 'under 1ms', quantifier: 'at least one' },
    { name: 'suite', title: 'On the whole 2x', claim: '>=2x', quantifier: 'geometric mean' },
    { name: 'no-cost', title: 'Nothing costs 3 ms', claim: 'overhead under 3ms' },
  ],
  {
    queries: [
      { name: 'inbox', claim: 'under 1ms', speedup: 7, beforeMs: 2 },
      { name: 'timeline', claim: 'saves at least 5ms', speedup: 6, beforeMs: 20 },
      { name: 'unread', claim: 'overhead under 1ms', speedup: 0.5, beforeMs: 10 },
      { name: 'by-id', claim: 'under 0.1ms', speedup: 1, beforeMs: 0.4 },
    ],
    rounds: 27,
    floorMs: 0.15,
  },
)
