// Known slowdowns on a real server under noise: does a report find them, as large as they are, in either direction, every time?
import { analyse } from '../../../src/analyse/analyse.js'
import { median } from '../../../src/analyse/median.js'
import { estimateDifferences } from '../report/estimate-differences.js'
import type { Speedup } from '../../../src/model/result.js'
import { isAtLeast, isWithin, rateOf, rateText, spreadText, type Finding } from '../finding.js'
import { welch } from '../naive/welch.js'
import { differencesOf } from '../report/differences.js'
import { runReport, type ReportPorts } from '../report/run-report.js'
import { pgbenchOrder } from './pgbench-order.js'
import { sequentialBlocks } from './sequential.js'
import { FACTORS, SLOWED_QUERIES, slowedQueries } from './slowed-queries.js'
import type { BenchServer } from '../../bench-server/bench-server.js'

export interface SlowedReport {
  readonly swapped: boolean
  readonly queries: readonly SlowedResult[]
}

interface SlowedResult {
  readonly name: string
  readonly verdict: string
  /** At plain 95 %. */
  readonly speedup: Speedup
  readonly truth: number
}

/** An estimate of a naive design against the truth. */
export interface NaiveEstimate {
  readonly design: string
  readonly name: string
  readonly offBy: number
}

const ALL_ROUNDS = 60
const BUDGET_MS = 40_000
const WITHIN = 0.03
/** As many as 60 rounds keep. */
const EXECUTIONS = 240

export async function slowedReport(
  { session }: BenchServer,
  { seed, swapped, truths }: { seed: number; swapped: boolean; truths: ReadonlyMap<string, number> },
  ports: ReportPorts,
): Promise<SlowedReport> {
  const queries = slowedQueries(session, truths, swapped)
  const evidence = await runReport({ seed, queries, budgetMs: BUDGET_MS }, ports)
  const verdicts = new Map(analyse(evidence).queries.map(({ name, verdict }) => [name, verdict]))
  return {
    swapped,
    queries: queries.flatMap(({ measured: { name }, trueSpeedup: truth }) => {
      const speedup = estimateDifferences(differencesOf(evidence, name, ALL_ROUNDS), 0.05)
      return speedup === null ? [] : [{ name, verdict: verdicts.get(name) ?? '', speedup, truth }]
    }),
  }
}

/** Sequential blocks and pgbench on the smallest slowdown. */
export async function naiveEstimates(
  server: BenchServer,
  truths: ReadonlyMap<string, number>,
  signal: AbortSignal,
): Promise<readonly NaiveEstimate[]> {
  const small = SLOWED_QUERIES.filter(({ factor }) => factor === FACTORS[0])
  const queries = slowedQueries(server.session, truths, false).filter(({ measured }) =>
    small.some(({ name }) => name === measured.name),
  )
  const offBy = (name: string, ratio: number): number => ratio / (truths.get(name) ?? NaN) - 1
  const blocks = await sequentialBlocks(queries, EXECUTIONS)
  signal.throwIfAborted()
  const plain = small.map(({ name, measured: { sql }, settings }) => ({ name, sql, settings }))
  const runs = await pgbenchOrder(server, plain, EXECUTIONS, signal)
  return [
    ...[...blocks].map(([name, { before, after }]) => ({
      design: `sequential blocks of ${EXECUTIONS}, medians`,
      name,
      offBy: offBy(name, (median(before) ?? NaN) / (median(after) ?? NaN)),
    })),
    ...[...runs].map(([name, { before, after }]) => ({
      design: `pgbench, ${EXECUTIONS} transactions an arm, means`,
      name,
      offBy: offBy(name, welch(before, after).ratio),
    })),
  ]
}

export function slowedFindings(
  reports: readonly SlowedReport[],
  naive: readonly NaiveEstimate[],
): readonly Finding[] {
  const results = reports.flatMap(({ queries }) => queries)
  return [
    recoveryFinding(
      'ours, 60 rounds',
      results
        .filter(({ name }) => name.endsWith(`×${FACTORS[0]}`))
        .map(({ speedup, truth }) => speedup.estimate / truth - 1),
      true,
    ),
    ...[...new Set(naive.map(({ design }) => design))].map((design) =>
      recoveryFinding(
        design,
        naive.filter((one) => one.design === design).map(({ offBy }) => offBy),
        false,
      ),
    ),
    ...FACTORS.map((factor) => estimateFinding(factor, results)),
    coverageFinding(results),
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

function coverageFinding(results: readonly SlowedResult[]): Finding {
  const rate = rateOf(
    results.map(({ speedup, truth }) => (speedup.low ?? 0) <= truth && truth <= (speedup.high ?? Infinity)),
  )
  return {
    what: 'plain 95 % intervals that hold the calibrated truth',
    target: '93.5 to 97 %',
    result: rateText(rate),
    held: isWithin(rate, 0.935, 0.97),
  }
}

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

const inverse = ({ low, high }: Speedup): Pick<Speedup, 'low' | 'high'> => ({
  low: high === null ? null : 1 / high,
  high: low === null ? null : 1 / low,
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
