// One report as a run of the library makes it: its rounds, its looks, its analysis. Only what a run does around them is
// left out (scenario, seeding, folder), so that dozens of reports fit where one run would.
import { analyse } from '../../../src/analyse/analyse.js'
import { settledComparisons } from '../../../src/analyse/stopping/settled-comparisons.js'
import { assembleEvidence } from '../../../src/experiment/folder/evidence-log.js'
import type { Evidence, EvidenceLine } from '../../../src/model/evidence.js'
import { measure, prepareBlock, type PlannedComparison } from '../../../src/measure/measure.js'
import { reportHeader } from './report-header.js'
import type { ReportQuery } from './report-query.js'

export interface ReportPlan {
  readonly seed: number
  readonly queries: readonly ReportQuery[]
  readonly budgetMs: number
}

export interface ReportPorts {
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  /** Aborted, it ends the report between two rounds with its reason. */
  readonly signal: AbortSignal
  /** Called after every round with its number, from 1; its time is the report's. */
  readonly afterRound?: (round: number) => Promise<void>
}

export async function runReport(
  { seed, queries, budgetMs }: ReportPlan,
  { now, signal, afterRound = () => Promise.resolve() }: ReportPorts,
): Promise<Evidence> {
  const header = reportHeader(queries, { seed, budgetMs })
  const lines: EvidenceLine[] = []
  const record = (line: EvidenceLine): void => void lines.push(line)
  const block = await prepareBlock(queries.flatMap(comparisonsOf), seed, record)
  const startNs = now()
  const maySettle = new Set(queries.filter(({ settles }) => settles).map(({ measured }) => measured.name))
  const plan = {
    block: 'reads',
    seed,
    looks: header.policy.looks,
    firstRound: 1,
    settled: [],
    deadlineNs: startNs + budgetMs * 1e6,
  }
  const stoppedBy = await measure(plan, block, {
    now,
    record,
    afterRound: async (round, isLook) => {
      signal.throwIfAborted()
      await afterRound(round)
      if (!isLook || maySettle.size === 0) return []
      const settled = settledComparisons(analyse(assembleEvidence(header, lines, [])), header.policy)
      return [...settled].filter((key) => maySettle.has(key))
    },
  })
  const measuringMs = (now() - startNs) / 1e6
  lines.push({ type: 'footer', finishedAt: header.run.startedAt, measuringMs, stoppedBy, reason: null })
  return assembleEvidence(header, lines, [])
}

function comparisonsOf({ measured: query, arms, isControl }: ReportQuery): readonly PlannedComparison[] {
  const main: PlannedComparison = { pair: 'main', query, arms, switchedIndexes: 0 }
  if (!isControl) return [main]
  return [main, { ...main, pair: 'control', arms: { before: arms.before, after: arms.before } }]
}
