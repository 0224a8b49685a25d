// All experiments on a real server, in turns, so that a stop at any time leaves some of each.
import { tallyDifferences } from '../naive/tally.js'
import type { Finding } from '../finding.js'
import { calibrate } from './calibrate.js'
import { withNoise } from './noise.js'
import { naiveReport, sameFindings, sameReport, type SameReport } from './same-reports.js'
import { naiveEstimates, type NaiveEstimate } from './naive-estimates.js'
import { slowedFindings } from './slowed-findings.js'
import { slowedReport, type SlowedReport } from './slowed-report.js'
import { SLOWED_QUERIES } from './slowed-queries.js'
import type { Truth } from './truth.js'
import { blockUnderNoise, truthsUnderNoise, type Block } from './truth-under-noise.js'
import {
  withBenchServer,
  type BenchServer,
  type BenchServerOptions,
} from '../../bench-server/bench-server.js'

export interface ExperimentPlan {
  readonly seed: number
  readonly sameReports: number
  readonly slowedReports: number
  /** Every so many A/A reports, the naive designs take their turn. */
  readonly naiveEvery: number
  /** Executions of each arm of a small slowdown that its truth is known from. */
  readonly calibrationTurns: number
}

export interface ExperimentOptions extends BenchServerOptions {
  readonly progress: (message: string) => void
}

export interface Experiment {
  /** What version() of the server says. */
  readonly server: string
  readonly truths: readonly { readonly name: string; readonly truth: Truth }[]
  readonly same: readonly Finding[]
  readonly slowed: readonly Finding[]
}

export async function experiment(plan: ExperimentPlan, options: ExperimentOptions): Promise<Experiment> {
  return withBenchServer(options, async (server) => {
    options.progress(`server: ${server.description}`)
    const truths = await calibrateAll(server, plan.calibrationTurns, options)
    const seen = await withNoise(plan.seed, server.elsewhere, () => turns(server, plan, truths, options))
    return { server: server.description, truths, ...seen }
  })
}

async function calibrateAll(
  { session }: BenchServer,
  turns: number,
  { progress, signal }: ExperimentOptions,
): Promise<Experiment['truths']> {
  const truths: { name: string; truth: Truth }[] = []
  for (const query of SLOWED_QUERIES) {
    signal.throwIfAborted()
    // A large ratio is known from fewer executions.
    const truth = await calibrate(session, query, Math.ceil(turns / query.factor))
    progress(`calibrated ${query.name}: ${truth.speedup.toFixed(4)} ± ${(truth.error * 100).toFixed(2)} %`)
    truths.push({ name: query.name, truth })
  }
  return truths
}

async function turns(
  server: BenchServer,
  plan: ExperimentPlan,
  truths: Experiment['truths'],
  { now, signal, progress }: ExperimentOptions,
): Promise<Pick<Experiment, 'same' | 'slowed'>> {
  const known = new Map(truths.map(({ name, truth }) => [name, truth]))
  const same: SameReport[] = []
  const slowed: SlowedReport[] = []
  const estimates: NaiveEstimate[] = []
  const blocks: Block[] = []
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
      } else if (turn.kind === 'slowed report') {
        const swapped = turn.number % 2 === 1
        slowed.push(await slowedReport(server, { seed, swapped, truths: known }, ports))
      } else if (turn.kind === 'truth under noise') blocks.push(await blockUnderNoise(server.session, signal))
      else if (turn.kind === 'naive A/A') await naiveReport(server, seed, tally, signal)
      else estimates.push(...(await naiveEstimates(server, known, signal)))
    } catch (error) {
      // Stopped by hand: what there is by now is told.
      if (!signal.aborted) throw error
    }
  }
  return {
    same: sameFindings(same, tally),
    slowed: slowedFindings(slowed, estimates, known, truthsUnderNoise(blocks)),
  }
}

interface Turn {
  readonly kind: 'A/A report' | 'slowed report' | 'truth under noise' | 'naive A/A' | 'naive estimates'
  readonly number: number
}

/** A slowed report and the next one, swapped, stand next to each other; all kinds are spread over the whole time. */
function schedule({ sameReports, slowedReports, naiveEvery }: ExperimentPlan): readonly Turn[] {
  const place = (count: number, kind: Turn['kind']): { turn: Turn; at: number }[] =>
    Array.from({ length: count }, (_, number) => ({ turn: { kind, number }, at: (number + 0.5) / count }))
  const naive = Math.ceil(sameReports / naiveEvery)
  return [
    ...place(sameReports, 'A/A report'),
    ...place(naive, 'naive A/A'),
    ...place(slowedReports, 'slowed report'),
    ...place(2 * slowedReports, 'truth under noise'),
    ...place(Math.ceil(slowedReports / 3), 'naive estimates'),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ turn }) => turn)
}
