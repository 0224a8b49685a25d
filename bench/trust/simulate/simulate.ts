// The figures of docs/methodology.md, from simulated runs: coverage, false alarms, power, peeking, and the naive designs.
import { isSettled } from '../../../src/analyse/stopping/is-settled.js'
import { policyOf } from '../../../src/experiment/questions/policy.js'
import type { QueryResult } from '../../../src/model/result.js'
import { isFalseOfSame } from '../report/is-false.js'
import { isAtLeast, isAtMost, isWithin, rateOf, rateText, type Finding, type Rate } from '../finding.js'
import { tallyDifferences } from '../naive/tally.js'
import { COVERED_SPEEDUPS, coverageOf, recoveredOf } from './coverage.js'
import { naiveTrial } from './naive-designs.js'
import { peekingOf } from './peeking.js'
import { ALL_ROUNDS, simulateComparison } from './simulate-comparison.js'
import { FASTER_QUERY, SAME_QUERIES, simulateReport } from './simulate-report.js'

export interface SimulationPlan {
  readonly seed: number
  /** Runs of one comparison for each figure. */
  readonly runs: number
  /** Whole reports. */
  readonly reports: number
}

const FIRST_LOOK = 12

/** Gives each figure as soon as it is known. */
export async function* simulate({ seed, runs, reports }: SimulationPlan): AsyncGenerator<Finding> {
  for (const truth of COVERED_SPEEDUPS) {
    const differences = await repeat(runs, (trial) => simulateComparison(seed + trial, truth))
    yield coverageFinding(coverageOf(differences, truth), truth)
    if (truth === 1) yield* peekingFindings(differences)
  }
  const slowed = await repeat(runs, (trial) => simulateComparison(seed + trial, 1 / 1.1))
  yield recoveryFinding(recoveredOf(slowed, 1 / 1.1, 0.03))
  yield* powerFindings(await repeat(runs, (trial) => atFirstLook(seed + trial)))
  yield falseAlarmFinding(await repeat(reports, (trial) => hasFalseVerdict(seed + trial)))
  const naive = tallyDifferences()
  for (let trial = 0; trial < runs; trial++) {
    for (const [design, difference] of naiveTrial(seed + trial)) naive.add(design, difference)
  }
  yield* naive.findings()
}

async function repeat<T>(times: number, trial: (number: number) => Promise<T>): Promise<readonly T[]> {
  const outcomes: T[] = []
  for (let i = 0; i < times; i++) {
    outcomes.push(await trial(i))
    // Simulated time never waits: give the process its turn, or a signal is heard at the end only.
    await new Promise(setImmediate)
  }
  return outcomes
}

const coverageFinding = (rate: Rate, truth: number): Finding => ({
  what: `coverage of the 95 % interval, true speed-up ${truth}`,
  target: '93.5 to 97 %',
  result: rateText(rate),
  held: isWithin(rate, 0.935, 0.97),
})

function* peekingFindings(differences: readonly (readonly number[])[]): Generator<Finding> {
  const { careless, split } = peekingOf(differences)
  yield {
    what: 'A/A, five looks, each at 95 %: false differences',
    target: null,
    result: rateText(careless),
    held: null,
  }
  yield {
    what: 'A/A, five looks that share 5 %: false differences',
    target: '≤ 5 %',
    result: rateText(split),
    held: isAtMost(split, 0.05),
  }
}

const recoveryFinding = (rate: Rate): Finding => ({
  what: 'an injected +10 % recovered within ±3 % in 60 rounds',
  target: '≥ 95 %',
  result: rateText(rate),
  held: isAtLeast(rate, 0.95),
})

const atFirstLook = async (seed: number): Promise<QueryResult | undefined> =>
  (await simulateReport(seed, [FASTER_QUERY], FIRST_LOOK))[0]

function* powerFindings(results: readonly (QueryResult | undefined)[]): Generator<Finding> {
  const known = rateOf(results.map((query) => query?.verdict === 'faster'))
  const narrow = rateOf(
    results.map((query) => query !== undefined && isSettled(query, policyOf('transactions'))),
  )
  yield {
    what: `1.5x found faster in ${FIRST_LOOK} rounds`,
    target: '≥ 99 %',
    result: rateText(known),
    held: isAtLeast(known, 0.99),
  }
  yield {
    what: 'and its interval is narrow enough (±10 %) to leave the rounds then',
    target: null,
    result: rateText(narrow),
    held: null,
  }
}

const hasFalseVerdict = async (seed: number): Promise<boolean> =>
  (await simulateReport(seed, SAME_QUERIES, ALL_ROUNDS)).some(isFalseOfSame)

function falseAlarmFinding(outcomes: readonly boolean[]): Finding {
  const rate = rateOf(outcomes)
  return {
    what: `A/A reports of ${SAME_QUERIES.length} queries with a false verdict`,
    target: '≤ 5 %',
    result: rateText(rate),
    held: isAtMost(rate, 0.05),
  }
}
