// What reports of known slowdowns found, against the truth and against each other.
import { median } from '../../../src/analyse/statistics/median.js'
import type { Speedup } from '../../../src/model/result.js'
import { isAtLeast, isWithin, rateOf, rateText, spreadText, type Finding, type Rate } from '../finding.js'
import type { NaiveEstimate } from './naive-estimates.js'
import { FACTORS } from './slowed-queries.js'
import type { SlowedReport, SlowedResult } from './slowed-report.js'
import { isKnown, type Truth, type Truths } from './truth.js'

const WITHIN = 0.03

export function slowedFindings(
  reports: readonly SlowedReport[],
  naive: readonly NaiveEstimate[],
  truths: Truths,
  underNoise: Truths,
): readonly Finding[] {
  // What a busy machine did not let us know, no estimate is held against.
  const isTold = ({ name }: { readonly name: string }): boolean => {
    const truth = truths.get(name)
    return truth !== undefined && isKnown(truth)
  }
  const results = reports.flatMap(({ queries }) => queries.filter(isTold))
  return [
    recoveryFinding(
      'ours, at most 60 rounds',
      results
        .filter(({ name }) => name.endsWith(`×${FACTORS[0]}`))
        .map(({ speedup, truth }) => speedup.estimate / truth - 1),
      true,
    ),
    ...[...new Set(naive.map(({ design }) => design))].map((design) =>
      recoveryFinding(
        design,
        naive.filter((one) => one.design === design && isTold(one)).map(({ offBy }) => offBy),
        false,
      ),
    ),
    ...FACTORS.map((factor) => estimateFinding(factor, results)),
    pooledCoverageFinding(reports),
    coverageUnderNoise(reports, underNoise),
    swapFinding(reports),
    agreementFinding(reports),
  ]
}

function recoveryFinding(design: string, offBy: readonly number[], isOurs: boolean): Finding {
  const rate = rateOf(offBy.map((share) => Math.abs(share) <= WITHIN))
  return {
    what: `+10 % work recovered within ±3 %, ${design}`,
    target: isOurs ? '≥ 95 %' : null,
    result: `${rateText(rate)}; off by ${spreadText(
      offBy.map((share) => share * 100),
      1,
    )} %`,
    held: isOurs ? isAtLeast(rate, 0.95) : null,
  }
}

function estimateFinding(factor: number, results: readonly SlowedResult[]): Finding {
  const ofFactor = results.filter(({ name }) => name.endsWith(`×${factor}`))
  return {
    what: `work ×${factor}: estimate ÷ truth`,
    target: null,
    result: spreadText(
      ofFactor.map(({ speedup, truth }) => speedup.estimate / truth),
      3,
    ),
    held: null,
  }
}

/**
 * Against what all other reports together say of the query: noise may move a ratio of latencies by a per cent for good, and
 * an interval of ±1 % is about the ratio as it is under noise.
 */
function pooledCoverageFinding(reports: readonly SlowedReport[]): Finding {
  const all = reports.flatMap(({ swapped, queries }) =>
    queries.map(({ name, speedup }) => ({ name, speedup: swapped ? inverse(speedup) : speedup })),
  )
  const held = all.flatMap((one) => {
    const others = all.filter((other) => other !== one && other.name === one.name)
    const pooled = median(others.map(({ speedup }) => speedup.estimate))
    return pooled === null ? [] : [holds(one.speedup, pooled)]
  })
  return coverageFinding('what all other reports say of the query', rateOf(held))
}

/** Against executions that no report saw. That truth has an error of its own: both together say how far apart the two may be. */
function coverageUnderNoise(reports: readonly SlowedReport[], truths: Truths): Finding {
  const held = reports.flatMap(({ swapped, queries }) =>
    queries.flatMap(({ name, speedup }) => {
      const truth = truths.get(name)
      return truth === undefined ? [] : [holdsTruth(swapped ? inverse(speedup) : speedup, truth)]
    }),
  )
  return coverageFinding(
    'the ratio of other executions under the same noise, which has its own error',
    rateOf(held),
  )
}

function holdsTruth({ estimate, low, high }: Speedup, truth: Truth): boolean {
  const off = Math.log(truth.speedup / estimate)
  const bound = off < 0 ? (low ?? 0) : (high ?? Infinity)
  return Math.abs(off) <= Math.hypot(Math.log(bound / estimate), 1.96 * truth.error)
}

const coverageFinding = (what: string, rate: Rate): Finding => ({
  what: `plain 95 % intervals that hold ${what}`,
  target: '93.5 to 97 %',
  result: rateText(rate),
  held: isWithin(rate, 0.935, 0.97),
})

const holds = ({ low, high }: Speedup, truth: number): boolean =>
  (low ?? 0) <= truth && truth <= (high ?? Infinity)

/** A report and the next one have their arms the other way round. */
function swapFinding(reports: readonly SlowedReport[]): Finding {
  const pairs = reports.flatMap(({ queries }, position) => {
    const next = reports[position + 1]
    if (position % 2 === 1 || next === undefined) return []
    return queries.flatMap((one) => {
      const other = next.queries.find(({ name }) => name === one.name)
      return other === undefined ? [] : [{ one: one.speedup, other: inverse(other.speedup) }]
    })
  })
  const overlap = rateOf(
    pairs.map(
      ({ one, other }) =>
        (one.low ?? 0) <= (other.high ?? Infinity) && (other.low ?? 0) <= (one.high ?? Infinity),
    ),
  )
  return {
    what: 'arms swapped: the interval of 1 ÷ speed-up meets the other',
    target: '≥ 99 %',
    result: rateText(overlap),
    held: isAtLeast(overlap, 0.99),
  }
}

const inverse = (speedup: Speedup): Speedup => ({
  ...speedup,
  estimate: 1 / speedup.estimate,
  low: speedup.high === null ? null : 1 / speedup.high,
  high: speedup.low === null ? null : 1 / speedup.low,
})

/** Verdicts of ×1.5 and ×10 in runs that repeat each other. */
function agreementFinding(reports: readonly SlowedReport[]): Finding {
  const right = reports.flatMap(({ swapped, queries }) =>
    queries
      .filter(({ name }) => !name.endsWith(`×${FACTORS[0]}`))
      .map(({ verdict }) => verdict === (swapped ? 'faster' : 'regression')),
  )
  const rate = rateOf(right)
  return {
    what: 'repeated runs give work ×1.5 and ×10 the same verdict, the right one',
    target: '≥ 99 %',
    result: rateText(rate),
    held: isAtLeast(rate, 0.99),
  }
}
