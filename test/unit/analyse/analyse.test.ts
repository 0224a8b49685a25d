import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../../src/analyse/analyse.js'
import type { Evidence, Sample } from '../../../src/model/evidence.js'
import type { QueryResult } from '../../../src/model/result.js'
import { makeEvidence } from '../../support/evidence.js'
import type { EvidenceOverrides } from '../../support/evidence.js'

const only = (overrides: EvidenceOverrides): QueryResult => first(makeEvidence(overrides))

function first(evidence: Evidence): QueryResult {
  const [query] = analyse(evidence).queries
  if (query === undefined) throw new Error('no query')
  return query
}

const swapped = (evidence: Evidence): Evidence => ({
  ...evidence,
  samples: evidence.samples.map((sample): Sample => ({
    ...sample,
    arm: sample.arm === 'before' ? 'after' : 'before',
  })),
})

describe('analyse, of true speed-ups', () => {
  it('finds them and judges each claim', () => {
    const { queries } = analyse(makeEvidence())
    expect(queries.map(({ verdict }) => verdict)).toEqual(['confirmed', 'confirmed', 'faster'])
    expect(queries[0]?.speedup?.estimate).toBeCloseTo(20, -0.5)
  })

  it.each([
    ['50-100x', 20, 'refuted', 'smaller'],
    ['2-5x', 20, 'exceeded', 'above 5x'],
    ['10-100x', 20, 'confirmed', null],
    ['10-100x', 1, 'refuted', 'no effect'],
    ['10-100x', 0.5, 'refuted', 'slower'],
    ['unchanged', 1, 'confirmed', null],
    ['unchanged', 2, 'refuted', 'faster'],
  ])('a planted claim of %s where the truth is %f is %s', (claim, speedup, verdict, detail) => {
    const queries = [{ name: 'q', claim, speedup }]
    expect(only({ queries, rounds: 40, noise: 0.02 })).toMatchObject({ verdict, detail })
  })

  it('inverts every speed-up when the arms are swapped', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.1, max: 50, noNaN: true }), (seed, speedup) => {
        const evidence = makeEvidence({ seed, queries: [{ name: 'q', speedup }] })
        const [plain, mirrored] = [first(evidence).speedup, first(swapped(evidence)).speedup]
        expect((plain?.estimate ?? NaN) * (mirrored?.estimate ?? NaN)).toBeCloseTo(1, 9)
        expect((plain?.low ?? NaN) * (mirrored?.high ?? NaN)).toBeCloseTo(1, 9)
      }),
      { numRuns: 25 },
    )
  })

  it('shares alpha among claims and looks, and gives unclaimed queries a share of their own', () => {
    const [claimed, , unclaimed] = analyse(makeEvidence()).queries
    expect(claimed?.speedup?.confidence).toBeCloseTo(1 - 0.05 / (2 * 5), 12)
    expect(unclaimed?.speedup?.confidence).toBeCloseTo(1 - 0.05 / 5, 12)
  })

  it('gives what nothing was claimed of the level of its discoveries at the last look, and not before', () => {
    const queries = [
      { name: 'a', speedup: 3 },
      { name: 'b', speedup: 4 },
      { name: 'c', speedup: 1 },
    ]
    const confidences = (finished: boolean) =>
      analyse(makeEvidence({ queries, finished })).queries.map(({ speedup }) => speedup?.confidence)
    const [early, last] = [1 - 0.01 / 3, 1 - (0.01 * 2) / 3]
    for (const confidence of confidences(false)) expect(confidence).toBeCloseTo(early, 12)
    for (const confidence of confidences(true)) expect(confidence).toBeCloseTo(last, 12)
  })

  it('gives each cohort an interval at the level of its query, once its rounds are enough for one', () => {
    const queries = [{ name: 'q', speedup: 5 }]
    const few = only({ queries, rounds: 18 }).cohorts
    expect(few.map(({ cohort, interval }) => [cohort, interval === null])).toEqual([
      ['largest', true],
      ['median', false],
      ['tail', true],
    ])
    for (const { speedup, interval } of only({ queries, rounds: 60 }).cohorts) {
      expect(interval?.low).toBeLessThan(speedup)
      expect(interval?.low).toBeGreaterThan(4)
      expect(interval?.high).toBeGreaterThan(speedup)
      expect(interval?.high).toBeLessThan(6.5)
    }
  })

  it('gives the geometric mean of the suite over the rounds that all queries have', () => {
    const evidence = makeEvidence({ noise: 0.001 })
    const samples = evidence.samples.filter(({ query, round }) => query !== 'unread-count' || round <= 14)
    const { suite } = analyse({ ...evidence, samples })
    expect(suite.queries).toBe(3)
    expect(suite.speedup?.rounds).toBe(14)
    expect(suite.speedup?.estimate).toBeCloseTo((20 * 1 * 3) ** (1 / 3), 2)
    expect(suite.speedup?.confidence).toBe(0.95)
  })
})

describe('analyse, where executions were cut off', () => {
  /** What would take longer than the limit took just as long as the limit, and returned nothing. */
  const cutOffAt = (limitMs: number, evidence: Evidence): Evidence => ({
    ...evidence,
    samples: evidence.samples.map((sample) =>
      sample.durationNs <= limitMs * 1e6
        ? sample
        : { ...sample, durationNs: limitMs * 1e6, rows: 0, censored: true },
    ),
  })
  const of = (claim: string | null, speedup: number, limitMs: number): QueryResult =>
    first(
      cutOffAt(
        limitMs,
        makeEvidence({ queries: [{ name: 'q', claim, speedup, beforeMs: 1000 }], rounds: 40, noise: 0.02 }),
      ),
    )

  it('bounds the speed-up from below where `before` was, and says how often', () => {
    const whole = of('>=5x', 20, 1e9)
    const { speedup, censored, verdict, detail, reason } = of('>=5x', 20, 900)
    expect(censored.before).toBeGreaterThan(60)
    expect(censored.after).toBe(0)
    expect(speedup?.low).toBeLessThanOrEqual(whole.speedup?.low ?? NaN)
    expect(speedup?.estimate).toBeLessThan(20)
    expect(speedup?.high).toBeNull()
    expect([verdict, detail]).toEqual(['confirmed', 'at least 5x'])
    expect(reason).toMatch(/^at least 1\d/)
  })

  it.each([
    ['5-10x', 20, 900, 'exceeded'],
    ['10-40x', 20, 900, 'confirmed'],
    ['50-100x', 20, 900, 'inconclusive'],
    [null, 20, 900, 'faster'],
    ['>=5x', 0.05, 5000, 'refuted'],
    ['unchanged', 0.05, 5000, 'refuted'],
    [null, 0.05, 5000, 'regression'],
  ])(
    'judges a claim of %s where the truth is %f and the limit %d ms as %s',
    (claim, speedup, limitMs, verdict) => {
      expect(of(claim, speedup, limitMs).verdict).toBe(verdict)
    },
  )

  it('never refutes as smaller what it could not see the end of', () => {
    const verdicts = [100, 300, 500, 900, 2000].map((limitMs) => of('100-200x', 20, limitMs).verdict)
    expect(verdicts).toEqual(verdicts.map(() => 'inconclusive'))
  })

  it('decides nothing where both arms were, and warns', () => {
    const evidence = cutOffAt(1, makeEvidence({ queries: [{ name: 'q', claim: '>=2x', beforeMs: 1000 }] }))
    expect(first(evidence)).toMatchObject({ verdict: 'inconclusive', censored: { before: 108, after: 108 } })
    expect(analyse(evidence)).toMatchObject({
      delta: 1.05,
      suite: { speedup: { low: null, high: null } },
      warnings: [{ code: 'statement-timeout', query: 'q' }],
    })
  })

  it('bounds the suite and the cohorts too', () => {
    const evidence = cutOffAt(2000, makeEvidence({ queries: [{ name: 'q', speedup: 20, beforeMs: 1000 }] }))
    const { suite, queries } = analyse(evidence)
    expect(suite.speedup).toMatchObject({ low: expect.any(Number), high: null })
    expect(queries[0]?.cohorts.map(({ cohort, censored }) => [cohort, censored.before > 0])).toEqual([
      ['largest', true],
      ['median', false],
      ['tail', false],
    ])
  })
})

describe('analyse, where nothing differs', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name, planChanges: true }))

  it('gives next to no false verdicts, even where the plans would excuse them', () => {
    const reports = Array.from({ length: 100 }, (_, seed) =>
      analyse(makeEvidence({ seed, queries: six, noise: 0.1, rounds: 18 })),
    )
    const wrong = reports.filter(({ queries }) =>
      queries.some(({ verdict }) => ['faster', 'regression', 'void'].includes(verdict)),
    )
    expect(wrong.length).toBeLessThanOrEqual(2)
  })

  it('never confirms a claim above 1x in an A/A run', () => {
    const queries = ['1.02-1.1x', '>=1.05x', '10-100x'].map((claim, i) => ({
      name: `q${i}`,
      claim,
      speedup: 10,
    }))
    const verdicts = Array.from({ length: 40 }, (_, seed) =>
      analyse(makeEvidence({ seed, queries, arms: 'aa' })),
    )
      .flatMap((analysis) => analysis.queries)
      .map(({ verdict }) => verdict)
    expect(new Set(verdicts)).toEqual(new Set(['refuted', 'inconclusive']))
  })
})

describe('analyse, of evidence that cannot decide', () => {
  it('voids different results', () => {
    const check = { state: 'different' as const, differing: 2 }
    const { verdict, detail, reason } = only({ queries: [{ name: 'q', speedup: 20, check }] })
    expect([verdict, detail]).toEqual(['void', 'results differ'])
    expect(reason).toBe('the arms return different results for 2 of 4 parameter rows')
  })

  it.each(['main', 'control'])('voids failed executions of the %s pair', (pair) => {
    const evidence = makeEvidence({ queries: [{ name: 'q' }] })
    const failing = evidence.samples.findIndex((sample) => sample.pair === pair)
    const samples = evidence.samples.map((sample, i) =>
      i === failing ? { ...sample, error: 'out of memory' } : sample,
    )
    expect(first({ ...evidence, samples })).toMatchObject({
      verdict: 'void',
      detail: 'errors',
      reason: '1 execution failed, the first with: out of memory',
    })
  })

  it('voids everything when an arm differs from itself', () => {
    const { queries, warnings } = analyse(makeEvidence({ controlSpeedup: 1.3, noise: 0.02 }))
    expect(queries.map(({ verdict, detail }) => [verdict, detail])).toEqual(
      queries.map(() => ['void', 'A/A failed']),
    )
    expect(warnings.map(({ code }) => code)).toContain('control-failed')
  })

  it.each([
    [true, 'void'],
    [false, 'inconclusive'],
  ])('after too few rounds, finished %s, is %s', (finished, verdict) => {
    expect(only({ finished, rounds: 8 })).toMatchObject({
      verdict,
      detail: 'too few rounds',
      reason: '8 rounds of the 12 that a verdict needs',
    })
  })

  it.each([
    [true, 'void'],
    [false, 'inconclusive'],
  ])('without a single sample, finished %s, is %s and has no numbers', (finished, verdict) => {
    const evidence = { ...makeEvidence({ finished }), samples: [], floor: [], plans: [], warmUps: [] }
    const { queries, suite, noiseFloor } = analyse(evidence)
    expect(queries.map((query) => [query.verdict, query.speedup])).toEqual(queries.map(() => [verdict, null]))
    expect(queries[0]?.arms.before).toEqual({
      medianMs: null,
      minMs: null,
      p95Ms: null,
      samples: 0,
      sharedBlocks: null,
      indexes: [],
      warmedUp: false,
    })
    expect(suite.speedup).toBeNull()
    expect(noiseFloor).toEqual({ low: null, high: null, clientFloorMs: null, controls: [] })
  })

  it('names a claim that cannot be read', () => {
    const evidence = makeEvidence({ queries: [{ name: 'q', claim: 'fast' }] })
    expect(() => analyse(evidence)).toThrow('the claim "fast" of query q in the evidence cannot be read')
  })
})
