// All experiments on a real server, in turns, so that a stop at any time leaves some of each.
import { tallyDifferences } from '../naive/tally.js'
import type { Finding } from '../finding.js'
import { withNoise } from './noise.js'
import { naiveReport, sameFindings, sameReport, type SameReport } from './same-reports.js'
import { naiveEstimates, type NaiveEstimate } from './naive-estimates.js'
import { slowedFindings } from './slowed-findings.js'
import { slowedPair, type SlowedPair } from './slowed-report.js'
import { truthsOf, type Truths } from './truths.js'
import {
  withBenchServer,
  type BenchServer,
  type BenchServerOptions,
} from '../../bench-server/bench-server.js'

export interface ExperimentPlan {
  readonly seed: number
  readonly sameReports: number
  /** Each of two reports in turns. */
  readonly slowedPairs: number
  /** For a pair and its witness. */
  readonly slowedMs: number
  /** Every so many A/A reports, the naive designs take their turn. */
  readonly naiveEvery: number
}

export interface ExperimentOptions extends BenchServerOptions {
  readonly progress: (message: string) => void
}

export interface Experiment {
  /** What version() of the server says. */
  readonly server: string
  readonly truths: Truths
  readonly same: readonly Finding[]
  readonly slowed: readonly Finding[]
}

export async function experiment(plan: ExperimentPlan, options: ExperimentOptions): Promise<Experiment> {
  return withBenchServer(options, async (server) => {
    options.progress(`server: ${server.description}`)
    const seen = await withNoise(plan.seed, server.elsewhere, () => turns(server, plan, options))
    return { server: server.description, ...seen }
  })
}

async function turns(
  server: BenchServer,
  plan: ExperimentPlan,
  { now, signal, progress }: ExperimentOptions,
): Promise<Omit<Experiment, 'server'>> {
  const same: SameReport[] = []
  const slowed: SlowedPair[] = []
  const estimates: NaiveEstimate[] = []
  const tally = tallyDifferences()
  const ports = { now, signal }
  for (const turn of schedule(plan)) {
    if (signal.aborted) break
    const seed = plan.seed * 10_000 + turn.number
    progress(`${turn.kind} ${turn.number + 1}`)
    try {
      if (turn.kind === 'A/A report') {
        const arms = turn.number % 2 === 0 ? 'none' : 'bystander'
        same.push(await sameReport(server, { seed, arms }, ports))
      } else if (turn.kind === 'slowed pair') {
        slowed.push(await slowedPair(server, { seed, budgetMs: plan.slowedMs }, ports))
      } else if (turn.kind === 'naive A/A') await naiveReport(server, seed, tally, signal)
      else estimates.push(...(await naiveEstimates(server, signal)))
    } catch (error) {
      // Stopped by hand: what there is by now is told.
      if (!signal.aborted) throw error
    }
  }
  const truths = truthsOf(slowed.map(({ seen }) => seen))
  return { truths, same: sameFindings(same, tally), slowed: slowedFindings(slowed, estimates, truths) }
}

interface Turn {
  readonly kind: 'A/A report' | 'slowed pair' | 'naive A/A' | 'naive estimates'
  readonly number: number
}

/** All kinds are spread over the whole time. */
function schedule({ sameReports, slowedPairs, naiveEvery }: ExperimentPlan): readonly Turn[] {
  const place = (count: number, kind: Turn['kind']): { turn: Turn; at: number }[] =>
    Array.from({ length: count }, (_, number) => ({ turn: { kind, number }, at: (number + 0.5) / count }))
  const naive = Math.ceil(sameReports / naiveEvery)
  return [
    ...place(sameReports, 'A/A report'),
    ...place(naive, 'naive A/A'),
    ...place(slowedPairs, 'slowed pair'),
    ...place(Math.ceil((2 * slowedPairs) / 3), 'naive estimates'),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ turn }) => turn)
}
