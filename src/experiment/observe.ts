// Measures everything, looking at the verdicts on the way. Reads come first: a write, though rolled back, clears
// visibility bits that a read of the same pages would then pay for.
import { analyse } from '../analyse/analyse.js'
import { isSettled } from '../analyse/is-settled.js'
import type { EvidenceFooter, EvidenceHeader } from '../model/evidence.js'
import type { Progress } from '../model/progress.js'
import type { ArmScripts } from '../measure/arms.js'
import { measure } from '../measure/measure.js'
import type { MeasuredQuery } from '../measure/measured-query.js'
import type { Session } from '../postgres/session.js'
import type { EvidenceLog } from './evidence-log.js'

export interface ObservePorts {
  readonly session: Session
  readonly progress: Progress
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  /** Wall clock. */
  readonly date: () => Date
}

interface Block {
  readonly name: string
  readonly queries: readonly MeasuredQuery[]
  /** Share of the whole budget after which the block must be over. */
  readonly endsAt: number
}

type StoppedBy = EvidenceFooter['stoppedBy']

/** Fills the log, footer included, and brings it to disk. */
export async function observe(
  header: EvidenceHeader,
  queries: readonly MeasuredQuery[],
  scripts: ArmScripts,
  log: EvidenceLog,
  ports: ObservePorts,
): Promise<void> {
  const startNs = ports.now()
  const budgetNs = header.run.budgetMs * 1e6
  const stops: StoppedBy[] = []
  for (const { name, queries: members, endsAt } of blocksOf(queries)) {
    const plan = {
      block: name,
      seed: header.run.seed,
      queries: members,
      scripts,
      controls: header.controls,
      looks: header.policy.looks,
      deadlineNs: startNs + budgetNs * endsAt,
    }
    const elapsedShare = (): number => (ports.now() - startNs) / budgetNs
    const afterRound = async (round: number, isLook: boolean): Promise<readonly string[]> => {
      await log.flush()
      return look({
        header,
        log,
        members,
        progress: ports.progress,
        round,
        isLook,
        elapsedShare: elapsedShare(),
      })
    }
    const { session, now } = ports
    stops.push(await measure(plan, { session, now, record: log.record, afterRound }))
  }
  log.record({
    type: 'footer',
    finishedAt: ports.date().toISOString(),
    measuringMs: (ports.now() - startNs) / 1e6,
    stoppedBy: (['budget', 'rounds', 'settled'] as const).find((stop) => stops.includes(stop)) ?? 'settled',
  })
  await log.flush()
}

/** Reads get their share of the time; what they leave over goes to the writes. */
function blocksOf(queries: readonly MeasuredQuery[]): readonly Block[] {
  const reads = queries.filter(({ writes }) => !writes)
  const writes = queries.filter((query) => query.writes)
  return [
    { name: 'reads', queries: reads, endsAt: reads.length / queries.length },
    { name: 'writes', queries: writes, endsAt: 1 },
  ].filter((block) => block.queries.length > 0)
}

interface Look {
  readonly header: EvidenceHeader
  readonly log: EvidenceLog
  readonly members: readonly MeasuredQuery[]
  readonly progress: Progress
  readonly round: number
  readonly isLook: boolean
  readonly elapsedShare: number
}

function look({ header, log, members, progress, round, isLook, elapsedShare }: Look): readonly string[] {
  progress.advance(Math.min(1, elapsedShare), `round ${round} of at most ${Math.max(...header.policy.looks)}`)
  if (!isLook) return []
  const { queries } = analyse(log.evidence())
  progress.standings(queries)
  const names = new Set(members.map(({ name }) => name))
  return queries
    .filter((query) => names.has(query.name) && isSettled(query, header.policy))
    .map(({ name }) => name)
}
