// A/A on a real server under noise: reports whose arms are the same, and the naive designs on the same queries beside them.
import { analyse } from '../../../src/analyse/analyse.js'
import { estimateMedian } from '../../../src/analyse/statistics/estimate-median.js'
import { isCovered } from '../simulate/coverage.js'
import { randomStream } from '../../../src/model/random.js'
import type { QueryResult } from '../../../src/model/result.js'
import { isAtMost, isWithin, rateOf, rateText, type Finding } from '../finding.js'
import { naiveTests } from '../naive/naive-tests.js'
import type { Tally } from '../naive/tally.js'
import { welch } from '../naive/welch.js'
import { differencesOf } from '../report/differences.js'
import { isFalseOfSame } from '../report/is-false.js'
import type { ReportQuery } from '../report/report-query.js'
import { runReport, type ReportPorts } from '../report/run-report.js'
import { pgbenchOrder } from './pgbench-order.js'
import { sameQueries, withFirstKey, type SameArms } from './same-queries.js'
import { sequentialBlocks } from './sequential.js'
import { tinybenchOrder } from './tinybench-order.js'
import type { BenchServer } from '../../bench-server/bench-server.js'

export interface SameReport {
  readonly arms: SameArms
  readonly queries: readonly QueryResult[]
  /** ln before ÷ after of the first rounds, by query; of those that had so many. */
  readonly differences: readonly (readonly number[])[]
}

/** The first look: every query has so many rounds, whatever it stopped by. */
const FIRST_LOOK = 12
const BUDGET_MS = 12_000
const EXECUTIONS = 100

export async function sameReport(
  { session }: BenchServer,
  { seed, arms }: { readonly seed: number; readonly arms: SameArms },
  ports: ReportPorts,
): Promise<SameReport> {
  const queries = await sameQueries(session, arms)
  const evidence = await runReport({ seed, queries, budgetMs: BUDGET_MS }, ports)
  const differences = queries
    .map(({ measured: { name } }) => differencesOf(evidence, name, FIRST_LOOK))
    .filter(({ length }) => length === FIRST_LOOK)
  return { arms, queries: analyse(evidence).queries, differences }
}

/** Every naive design once on every query. */
export async function naiveReport(
  server: BenchServer,
  seed: number,
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  const queries = await sameQueries(server.session, 'none')
  const tests = Object.entries(naiveTests(randomStream(seed, 'resamples')))
  for (const { before, after } of (await sequentialBlocks(queries, EXECUTIONS)).values()) {
    for (const [name, test] of tests)
      tally.add(`sequential blocks of ${EXECUTIONS}, ${name}`, test(before, after))
  }
  signal.throwIfAborted()
  for (const difference of (await tinybenchOrder(queries)).values()) {
    tally.add('tinybench in its own order, Welch t', difference)
  }
  const runs = await pgbenchOrder(server, queries.map(pgbenchQuery), EXECUTIONS, signal)
  for (const { before, after } of runs.values()) {
    tally.add(`pgbench, ${EXECUTIONS} transactions an arm, Welch t`, welch(before, after))
  }
}

const pgbenchQuery = ({ measured }: ReportQuery): Parameters<typeof pgbenchOrder>[1][number] => ({
  name: measured.name,
  sql: withFirstKey(measured),
  settings: { before: {}, after: {} },
})

export function sameFindings(reports: readonly SameReport[], tally: Tally): readonly Finding[] {
  const alarms = rateOf(reports.map(({ queries }) => queries.some(isFalseOfSame)))
  const wrong = reports.flatMap(({ queries }) => queries.filter(isFalseOfSame))
  const named = wrong.map(({ name, verdict, reason }) => `${name} ${verdict} (${reason})`).join('; ')
  return [
    {
      what: 'A/A reports of 8 queries with a false verdict',
      target: '0, and ≤ 5 %',
      result: `${rateText(alarms)}${named === '' ? '' : `: ${named}`}`,
      held: isAtMost(alarms, 0.05),
    },
    decidedFinding(reports),
    exclusionFinding(reports, 'none', 'nothing changes between arms'),
    exclusionFinding(reports, 'bystander', 'one arm drops an index that no query reads'),
    ...tally.findings(),
  ]
}

/** Silence alone is no merit: whoever decides nothing is never wrong. How many decide is a matter of the time they get. */
function decidedFinding(reports: readonly SameReport[]): Finding {
  const verdicts = reports.flatMap(({ queries }) => queries.map(({ verdict }) => verdict))
  const decided = rateOf(verdicts.map((verdict) => verdict !== 'inconclusive' && verdict !== 'void'))
  return {
    what: `their verdicts that decide something after ${BUDGET_MS / 1000} s`,
    target: null,
    result: `${rateText(decided)}: ${verdictsText(reports)}`,
    held: null,
  }
}

function exclusionFinding(reports: readonly SameReport[], arms: SameArms, words: string): Finding {
  const comparisons = reports
    .filter((report) => report.arms === arms)
    .flatMap(({ differences }) => differences)
  const rate = rateOf(comparisons.map((differences) => !isCovered(differences, 1, 0.05)))
  return {
    what: `A/A, plain 95 % interval after ${FIRST_LOOK} rounds, ${words}: excludes 1`,
    target: '5 % (4.2 % attainable)',
    result: `${rateText(rate)}${pooledText(comparisons.flat())}`,
    held: isWithin(rate, 0, 0.05),
  }
}

/** What the arms truly differ by: a switch of arms is work, too, and may show in what comes after it. */
function pooledText(differences: readonly number[]): string {
  if (differences.length === 0) return ''
  const { estimate, low, high } = estimateMedian(differences, 0.05)
  const [ratio, from, to] = [estimate, low, high].map((log) =>
    log === null ? '?' : Math.exp(log).toFixed(4),
  )
  return `; all rounds together ${ratio} [${from}, ${to}]`
}

function verdictsText(reports: readonly SameReport[]): string {
  const counts = new Map<string, number>()
  for (const { verdict, detail } of reports.flatMap(({ queries }) => queries)) {
    const key = verdict === 'void' || verdict === 'refuted' ? `${verdict} (${detail})` : verdict
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const byCount = [...counts].sort(([, a], [, b]) => b - a)
  return byCount.map(([verdict, count]) => `${count} ${verdict}`).join(', ')
}
