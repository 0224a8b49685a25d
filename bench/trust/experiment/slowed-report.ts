// A report of known slowdowns on a real server under noise.
import { analyse } from '../../../src/analyse/analyse.js'
import type { Speedup } from '../../../src/model/result.js'
import type { BenchServer } from '../../bench-server/bench-server.js'
import { differencesOf } from '../report/differences.js'
import { estimateDifferences } from '../report/estimate-differences.js'
import { runReport, type ReportPorts } from '../report/run-report.js'
import { slowedQueries } from './slowed-queries.js'
import type { Truths } from './truth.js'

export interface SlowedReport {
  readonly swapped: boolean
  readonly queries: readonly SlowedResult[]
}

export interface SlowedResult {
  readonly name: string
  readonly verdict: string
  /** At plain 95 %. */
  readonly speedup: Speedup
  readonly truth: number
}

const ALL_ROUNDS = 60
/** Under this noise 60 rounds of nine queries take about so long. */
const BUDGET_MS = 40_000

export async function slowedReport(
  { session }: BenchServer,
  { seed, swapped, truths }: { seed: number; swapped: boolean; truths: Truths },
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
