import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeClaim } from '../../../../src/analyse/judge/judge-claim.js'
import type { PairEstimates } from '../../../../src/analyse/summaries/estimate-pair.js'
import { readTimedClaim } from '../../../../src/analyse/judge/read-claim.js'
import type { Speedup } from '../../../../src/model/result.js'

const YARDSTICKS = { delta: 1.05, tolerance: 0.05, clientFloorMs: 0.05 }
type Range = readonly [low: number | null, high: number | null]

const claimed = (text: string): ReturnType<typeof readTimedClaim> => readTimedClaim(text, 'a test')

const interval = ([low, high]: Range): Speedup => ({
  estimate: ((low ?? 0) + (high ?? 0)) / 2,
  low,
  high,
  confidence: 0.95,
  rounds: 18,
})

const estimates = (speedup: Range, gapMs: Range, latencyMs: Range = [1, 1.1]): PairEstimates => ({
  speedup: interval(speedup),
  gapMs: interval(gapMs),
  latencyMs: interval(latencyMs),
})

const words = ({ verdict, detail }: ReturnType<typeof judgeClaim>): string =>
  detail === null ? verdict : `${verdict}: ${detail}`

describe('a claimed latency', () => {
  const ofLatency = (low: number | null, high: number | null, clientFloorMs: number | null = 0.05) =>
    judgeClaim(claimed('under 0.1ms'), estimates([2, 3], [1, 2], [low, high]), {
      ...YARDSTICKS,
      clientFloorMs,
    })

  it.each([
    [0.06, 0.08, 'confirmed'],
    [0.06, 0.104, 'confirmed'],
    [0.06, 0.106, 'inconclusive'],
    [0.104, 0.2, 'inconclusive'],
    [0.106, 0.2, 'refuted: slower'],
    [null, null, 'inconclusive'],
  ])('of under 0.1 ms against %d to %d is %s', (low, high, expected) => {
    expect(words(ofLatency(low, high))).toBe(expected)
  })

  it('that only the client’s own time exceeds is refuted by that', () => {
    const judgement = ofLatency(0.16, 0.18, 0.15)
    expect(words(judgement)).toBe('refuted: client floor')
    expect(judgement.reason).toBe(
      'between 0.16 ms and 0.18 ms, above the claimed under 0.1ms; but SELECT 1 alone takes 0.15 ms from this client, and without that 0.02 ms is left',
    )
    expect(words(ofLatency(0.3, 0.4, 0.15))).toBe('refuted: slower')
    expect(words(ofLatency(0.16, 0.18, null))).toBe('refuted: slower')
  })

  it('is judged in words with units', () => {
    expect(ofLatency(0.06, 0.08).reason).toBe('between 0.06 ms and 0.08 ms, as the claimed under 0.1ms')
    expect(ofLatency(0.08, 0.13).reason).toMatch(
      /^between 0.08 ms and 0.13 ms, against the claimed under 0.1ms: the estimate lies so near/,
    )
    expect(ofLatency(0.05, 0.11).reason).toMatch(/about 2\d rounds would decide$/)
  })

  it('needs executions that were not cut off for a bound', () => {
    expect(ofLatency(null, null).reason).toContain('too many executions were cut off')
  })
})

describe('a claimed overhead', () => {
  const ofOverhead = (speedup: Range, gap: Range): string =>
    words(judgeClaim(claimed('overhead under 5ms'), estimates(speedup, gap), YARDSTICKS))

  it.each<[Range, Range, string]>([
    [[0.9, 0.95], [-4, -3], 'confirmed'],
    [[0.9, 0.95], [-5.2, -3], 'confirmed'],
    [[10, 12], [40, 50], 'confirmed'],
    [[0.99, 1.01], [-1, 1], 'confirmed'],
    [[0.7, 0.9], [-6, -4], 'inconclusive'],
    [[0.5, 0.6], [-9, -7], 'refuted: larger'],
    [[0.97, 0.98], [-9, -7], 'inconclusive'],
    [[0.9, 0.97], [-9, -7], 'inconclusive'],
  ])('of under 5 ms, between %j of a ratio and %j saved, is %s', (speedup, gap, expected) => {
    expect(ofOverhead(speedup, gap)).toBe(expected)
  })

  it('is never refuted by what the run cannot tell from noise, and says so', () => {
    const judgement = judgeClaim(claimed('overhead under 5ms'), estimates([0.97, 0.98], [-9, -7]), YARDSTICKS)
    expect(judgement.reason).toBe(
      'adds between 7 ms and 9 ms, against the claimed overhead under 5ms: as a ratio it is between 0.97x and 0.98x, not beyond the smallest effect of 1.05x',
    )
  })

  it.each<[Range, string]>([
    [[-4, -3], 'adds between 3 ms and 4 ms'],
    [[0.03, 1200], 'saves between 0.03 ms and 1.2 s'],
    [[-0.0004, 1], 'between 1 ms saved and 0.4 µs added'],
  ])('of a gap of %j is told as: %s', (gap, told) => {
    const { reason } = judgeClaim(claimed('overhead under 5ms'), estimates([0.9, 1.1], gap), YARDSTICKS)
    expect(reason).toBe(`${told}, as the claimed overhead under 5ms`)
  })
})

describe('a claimed saving', () => {
  it.each<[Range, Range, string]>([
    [[2, 3], [6, 8], 'confirmed'],
    [[2, 3], [4.8, 8], 'confirmed'],
    [[2, 3], [4.7, 8], 'inconclusive'],
    [[1.02, 1.03], [6, 8], 'inconclusive'],
    [[2, 3], [1, 2], 'refuted: smaller'],
    [[0.99, 1.01], [-1, 1], 'refuted: no effect'],
    [[0.5, 0.6], [-9, -7], 'refuted: slower'],
  ])('of at least 5 ms, between %j of a ratio and %j saved, is %s', (speedup, gap, expected) => {
    expect(words(judgeClaim(claimed('saves at least 5ms'), estimates(speedup, gap), YARDSTICKS))).toBe(
      expected,
    )
  })
})

describe('executions that were cut off', () => {
  const verdictOf = (text: string, speedup: Range, gap: Range, latency: Range): string =>
    words(judgeClaim(claimed(text), estimates(speedup, gap, latency), YARDSTICKS))

  it('of before leave a saving open above, and may confirm it', () => {
    expect(verdictOf('saves at least 5ms', [30, null], [29_000, null], [1, 2])).toBe('confirmed')
    expect(verdictOf('overhead under 5ms', [30, null], [29_000, null], [1, 2])).toBe('confirmed')
    expect(verdictOf('saves at least 60s', [30, null], [29_000, null], [1, 2])).toBe('inconclusive')
  })

  it('of after leave latency and overhead open above, and may refute them', () => {
    expect(verdictOf('under 1s', [null, 0.1], [null, -29_000], [30_000, null])).toBe('refuted: slower')
    expect(verdictOf('overhead under 1s', [null, 0.1], [null, -29_000], [30_000, null])).toBe(
      'refuted: larger',
    )
    expect(verdictOf('under 60s', [null, 0.1], [null, -29_000], [30_000, null])).toBe('inconclusive')
    expect(verdictOf('saves at least 1s', [null, 0.1], [null, -29_000], [30_000, null])).toBe(
      'refuted: slower',
    )
  })

  it('are told without an endless number', () => {
    const { reason } = judgeClaim(
      claimed('saves at least 60s'),
      estimates([30, null], [29_000, null]),
      YARDSTICKS,
    )
    expect(reason).toBe(
      'saves at least 29 s, against the claimed saves at least 60s: executions were cut off, and a longer --statement-timeout may decide',
    )
    const both = judgeClaim(
      claimed('under 1s'),
      estimates([null, null], [null, null], [null, null]),
      YARDSTICKS,
    )
    expect(both.reason).toMatch(/^18 rounds|^in both arms too many executions were cut off/)
  })
})

describe('any claim in milliseconds', () => {
  const ms = fc.double({ min: 0.01, max: 1e4, noNaN: true })
  const kinds = fc.constantFrom('latency' as const, 'overhead' as const)
  const verdicts = (kind: 'latency' | 'overhead', bounds: readonly number[], low: number, high: number) =>
    bounds.map((boundMs) => {
      const given = estimates([0.3, 0.4], [-high, -low], [low, high])
      return judgeClaim({ kind, text: 'x', boundMs }, given, { ...YARDSTICKS, clientFloorMs: 0 }).verdict
    })

  it('goes from refuted over inconclusive to confirmed as its bound grows', () => {
    const order = ['refuted', 'inconclusive', 'confirmed']
    fc.assert(
      fc.property(kinds, fc.tuple(ms, ms), fc.array(ms), (kind, edges, bounds) => {
        const [low, high] = [Math.min(...edges), Math.max(...edges)]
        const ascending = bounds.toSorted((a, b) => a - b)
        const ranks = verdicts(kind, ascending, low, high).map((verdict) => order.indexOf(verdict))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
    )
  })

  it('is confirmed only where the whole interval keeps it, and refuted only where none of it does', () => {
    fc.assert(
      fc.property(kinds, fc.tuple(ms, ms), ms, (kind, edges, bound) => {
        const [low, high] = [Math.min(...edges), Math.max(...edges)]
        const [verdict] = verdicts(kind, [bound], low, high)
        expect(verdict === 'confirmed').toBe(high <= bound * 1.05)
        expect(verdict === 'refuted').toBe(low > bound * 1.05)
      }),
    )
  })
})
