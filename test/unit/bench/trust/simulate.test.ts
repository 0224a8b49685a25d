// The figures of the method, from the library's own rounds on a simulated machine. Every seed is fixed: nothing here is
// left to chance, and a change to rounds, visits, intervals or looks that costs coverage, power or silence fails.
import { beforeAll, describe, expect, it } from 'vitest'
import { estimateDifferences } from '../../../../bench/trust/report/estimate-differences.js'
import type { QueryResult } from '../../../../src/model/result.js'
import { isFalseOfSame } from '../../../../bench/trust/report/is-false.js'
import { coverageOf, isCovered, recoveredOf } from '../../../../bench/trust/simulate/coverage.js'
import { naiveTrial } from '../../../../bench/trust/simulate/naive-designs.js'
import { peekingOf } from '../../../../bench/trust/simulate/peeking.js'
import { simulateComparison } from '../../../../bench/trust/simulate/simulate-comparison.js'
import {
  FASTER_QUERY,
  SAME_QUERIES,
  simulateReport,
} from '../../../../bench/trust/simulate/simulate-report.js'

const RUNS = 120
const PATIENCE_MS = 120_000

const shareOf = ({ count, of }: { count: number; of: number }): number => count / of

async function simulateRuns(truth: number): Promise<readonly (readonly number[])[]> {
  const runs: (readonly number[])[] = []
  for (let seed = 1; seed <= RUNS; seed++) runs.push(await simulateComparison(seed, truth))
  return runs
}

describe('intervals of 95 % on a noisy machine', { timeout: PATIENCE_MS }, () => {
  let same: readonly (readonly number[])[] = []

  beforeAll(async () => {
    same = await simulateRuns(1)
  }, PATIENCE_MS)

  // So many runs tell a coverage to ±4 %.
  it.each([1, 1.05, 1.5, 10, 100])('hold a true speed-up of %d in 91 to 99 % of runs', async (truth) => {
    const share = shareOf(coverageOf(truth === 1 ? same : await simulateRuns(truth), truth))
    expect(share).toBeGreaterThanOrEqual(0.91)
    expect(share).toBeLessThanOrEqual(0.99)
  })

  it('would be found out if they were narrower', () => {
    const narrow = same.filter((differences) => isCovered(differences, 1, 0.2)).length / RUNS
    expect(narrow).toBeLessThan(0.88)
  })

  it('exclude the truth far more often where somebody looks five times, unless the looks share alpha', () => {
    const { careless, split } = peekingOf(same)
    expect(shareOf(careless)).toBeGreaterThan(0.1)
    expect(shareOf(split)).toBeLessThanOrEqual(0.05)
  })

  it('turn over when the arms change names', () => {
    for (const differences of same.slice(0, 20)) {
      const there = estimateDifferences(differences, 0.05)
      const back = estimateDifferences(
        differences.map((difference) => -difference),
        0.05,
      )
      expect(1 / (back?.estimate ?? NaN)).toBeCloseTo(there?.estimate ?? NaN, 12)
      expect(1 / (back?.high ?? NaN)).toBeCloseTo(there?.low ?? NaN, 12)
    }
  })

  it('lie within 3 % of an injected slowdown of 10 % after 60 rounds', async () => {
    expect(shareOf(recoveredOf(await simulateRuns(1 / 1.1), 1 / 1.1, 0.03))).toBeGreaterThanOrEqual(0.95)
  })
})

describe('reports on a noisy machine', { timeout: PATIENCE_MS }, () => {
  it('say nothing false of arms that are the same, and decide most', async () => {
    const queries: QueryResult[] = []
    for (let seed = 1; seed <= 12; seed++) queries.push(...(await simulateReport(seed, SAME_QUERIES, 60)))
    expect(queries.filter(isFalseOfSame)).toEqual([])
    const undecided = queries.filter(({ verdict }) => verdict === 'inconclusive' || verdict === 'void')
    expect(undecided.length / queries.length).toBeLessThan(0.2)
  })

  it('know in 12 rounds that half as fast again is faster', async () => {
    let known = 0
    for (let seed = 1; seed <= 50; seed++) {
      const [query] = await simulateReport(seed, [FASTER_QUERY], 12)
      if (query?.verdict === 'faster') known++
    }
    expect(known).toBe(50)
  })
})

describe('all of one arm and then all of the other', { timeout: PATIENCE_MS }, () => {
  it('differ where there is no difference, and more executions make it worse', () => {
    const trials = Array.from({ length: 25 }, (_, seed) => naiveTrial(seed))
    const falseIn = (design: string): number =>
      trials.filter((trial) => trial.get(design)?.differs === true).length / trials.length
    expect(falseIn('sequential blocks of 240, Mann-Whitney')).toBeGreaterThan(0.3)
    expect(falseIn('sequential blocks of 240, bootstrap of medians')).toBeGreaterThan(0.3)
    expect(falseIn('sequential blocks of 960, Mann-Whitney')).toBeGreaterThan(
      falseIn('sequential blocks of 240, Mann-Whitney'),
    )
  })
})
