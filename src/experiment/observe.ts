// Measures everything, looking at the verdicts on the way. Reads come first: a write, though rolled back, clears
// visibility bits that a read of the same pages would then pay for.
import { analyse } from '../analyse/analyse.js'
import { isSettled } from '../analyse/is-settled.js'
import type { EvidenceHeader, StoppedBy } from '../model/evidence.js'
import type { Progress } from '../model/progress.js'
import type { Arms } from '../measure/arms.js'
import { measure } from '../measure/measure.js'
import type { MeasuredQuery } from '../measure/measured-query.js'
import { blocksOf, doneBefore, type Block } from './blocks.js'
import type { EvidenceLog } from './evidence-log.js'

export interface ObservePorts {
  readonly progress: Progress
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  /** Wall clock. */
  readonly date: () => Date
  /** Called when a round is on disk. */
  readonly kept: () => Promise<void>
}

/** Fills the log, footer included, and brings it to disk. Goes on where the log ends, if rounds are in it already. */
export async function observe(
  header: EvidenceHeader,
  queries: readonly MeasuredQuery[],
  arms: Arms,
  log: EvidenceLog,
  ports: ObservePorts,
): Promise<void> {
  const { rounds } = log.evidence()
  const startNs = ports.now() - (rounds.at(-1)?.elapsedMs ?? 0) * 1e6
  const stops: StoppedBy[] = []
  for (const block of blocksOf(queries)) {
    const done = doneBefore(block, rounds, header.policy.looks)
    stops.push(done.ended ?? (await observeBlock(block, done, { header, arms, log, startNs, ports })))
  }
  log.record({
    type: 'footer',
    finishedAt: ports.date().toISOString(),
    measuringMs: (ports.now() - startNs) / 1e6,
    stoppedBy: (['budget', 'rounds', 'settled'] as const).find((stop) => stops.includes(stop)) ?? 'settled',
    reason: null,
  })
  await log.flush()
}

interface Observation {
  readonly header: EvidenceHeader
  readonly arms: Arms
  readonly log: EvidenceLog
  /** When measuring began, on the clock of now, were it not for interruptions. */
  readonly startNs: number
  readonly ports: ObservePorts
}

function observeBlock(
  block: Block,
  done: { readonly firstRound: number; readonly settled: readonly string[] },
  { header, arms, log, startNs, ports }: Observation,
): Promise<StoppedBy> {
  const budgetNs = header.run.budgetMs * 1e6
  const settled = new Set(done.settled)
  const afterRound = async (round: number, isLook: boolean): Promise<readonly string[]> => {
    const elapsedNs = ports.now() - startNs
    const detail = `round ${round} of at most ${Math.max(...header.policy.looks)}`
    ports.progress.advance(Math.min(1, elapsedNs / budgetNs), detail)
    if (isLook) for (const name of look(header, log, block, ports.progress)) settled.add(name)
    log.record({
      type: 'round',
      block: block.name,
      round,
      settled: [...settled],
      elapsedMs: elapsedNs / 1e6,
      at: ports.date().toISOString(),
    })
    await log.flush()
    await ports.kept()
    return [...settled]
  }
  const plan = {
    block: block.name,
    seed: header.run.seed,
    queries: block.queries,
    arms,
    controls: header.controls,
    looks: header.policy.looks,
    ...done,
    deadlineNs: startNs + budgetNs * block.endsAt,
  }
  return measure(plan, { now: ports.now, record: log.record, afterRound })
}

/** Names of the block's queries whose verdict is settled. */
function look(header: EvidenceHeader, log: EvidenceLog, block: Block, progress: Progress): readonly string[] {
  const { queries } = analyse(log.evidence())
  progress.standings(queries)
  const names = new Set(block.queries.map(({ name }) => name))
  return queries
    .filter((query) => names.has(query.name) && isSettled(query, header.policy))
    .map(({ name }) => name)
}
