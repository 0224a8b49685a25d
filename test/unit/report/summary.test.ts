import { describe, expect, test } from 'vitest'
import { renderVerdictLine } from '../../../src/report/summary.js'
import { summariseRun } from '../../../src/analyse/summarise-run.js'
import { GROUPED_EVIDENCE } from '../../support/group-claim.js'
import { makeQueryResult, speedup } from '../../support/query-result.js'
import { makeResult } from '../../support/result.js'

const confirmed = makeQueryResult('a', { claim: '>=2x', verdict: 'confirmed' })
const refuted = makeQueryResult('b', { claim: '>=2x', verdict: 'refuted' })
const faster = makeQueryResult('c', { verdict: 'faster' })

describe('renderVerdictLine', () => {
  test('counts claims by verdict, then the queries without one, then the suite', () => {
    const suite = { speedup: speedup(8.2, 7.9, 8.6), queries: 3 }
    expect(renderVerdictLine(makeResult({ queries: [confirmed, refuted, faster], suite }))).toBe(
      '1 of 2 claims confirmed, 1 refuted; 1 query without a claim: 1 faster; suite geometric mean 8.2x [7.9, 8.6].',
    )
  })

  test('counts claims on groups apart', () => {
    const { claims } = summariseRun(GROUPED_EVIDENCE)
    expect(renderVerdictLine(makeResult({ queries: [confirmed], claims }))).toMatch(
      /^1 of 1 claim confirmed; 2 of 5 claims on groups confirmed, 3 refuted; suite/,
    )
    expect(renderVerdictLine(makeResult({ queries: [confirmed], claims: claims.slice(0, 1) }))).toMatch(
      /; 0 of 1 claim on a group confirmed, 1 refuted;/,
    )
  })

  test('says that nothing was confirmed rather than leaving it out', () => {
    expect(renderVerdictLine(makeResult({ queries: [refuted] }))).toMatch(
      /^0 of 1 claim confirmed, 1 refuted;/,
    )
  })

  test('tells an A/A run from a comparison', () => {
    const run = { ...makeResult().run, arms: 'aa' as const }
    expect(renderVerdictLine(makeResult({ run, queries: [confirmed] }))).toMatch(/^A\/A run: 1 of 1 claim/)
  })

  test('invents no suite speed-up', () => {
    const suite = { speedup: null, queries: 0 }
    expect(renderVerdictLine(makeResult({ queries: [], suite }))).toBe(
      'nothing was measured; no suite speed-up (too few rounds).',
    )
  })
})
