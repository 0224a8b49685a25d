// Measures everything, looking at the verdicts on the way. Reads come first: a write, though rolled back, clears
// visibility bits that a read of the same pages would then pay for.
import { analyse } from '../../analyse/analyse.js'
import { chooseSubset } from '../../analyse/attribution/choose-subset.js'
import { checkOf, whyIncomparable } from '../../analyse/state/pair-conditions.js'
import { settledComparisons } from '../../analyse/stopping/settled-comparisons.js'
import { at } from '../../model/at.js'
import { comparisonKey, type Comparison } from '../../model/comparison.js'
import type { EvidenceHeader, StoppedBy } from '../../model/evidence.js'
import type { Pressure } from '../../model/state.js'
import type { Progress } from '../../model/progress.js'
import { measure, prepareBlock, type PlannedComparison, type PreparedBlock } from '../../measure/measure.js'
import type { MeasuredQuery } from '../../measure/measured-query.js'
import { tidyArms } from '../../measure/tidy-arms.js'
import { armsOfPair, switchedIndexes, type PairParts } from '../questions/arms-of-pair.js'
import { attest } from './attest.js'
import { blocksOf, doneBefore, type Block } from './blocks.js'
import { budgetClock, type BudgetClock } from './budget-clock.js'
import { subsetBlocks } from './subset-blocks.js'
import { checkStability } from './check-stability.js'
import type { EvidenceLog } from '../folder/evidence-log.js'

export interface ObservePorts {
  readonly progress: Progress
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  /** Wall clock. */
  readonly date: () => Date
  /** How busy the machine is. */
  readonly pressure: () => Promise<Pressure>
  /** Called when a round is on disk. */
  readonly kept: () => Promise<void>
  /** What is measured once the verdicts are in, into the same log. */
  readonly afterVerdicts: () => Promise<void>
}

/** Fills the log, footer included, and brings it to disk. Goes on where the log ends, if rounds are in it already. */
export async function observe(
  header: EvidenceHeader,
  queries: readonly MeasuredQuery[],
  parts: PairParts,
  log: EvidenceLog,
  ports: ObservePorts,
): Promise<void> {
  const { rounds } = log.evidence()
  const clock = budgetClock(ports.now, header.run.budgetMs, rounds.at(-1)?.elapsedMs ?? 0)
  const observation = { header, queries, parts, log, clock, ports }
  const stops: StoppedBy[] = []
  for (const block of blocksOf(measurable(header), header.queries)) {
    const done = doneBefore(block, rounds, header.policy.looks)
    stops.push(done.ended ?? (await observeBlock(block, done, observation)))
  }
  stops.push(...(await observeSubsets(observation)))
  const measuringMs = clock.elapsedNs() / 1e6
  await ports.afterVerdicts()
  // Last of all: it overwrites counts that planning uses.
  for (const line of await checkStability(parts.arms, queries, ports.progress)) log.record(line)
  log.record({
    type: 'footer',
    finishedAt: ports.date().toISOString(),
    measuringMs,
    stoppedBy: (['budget', 'rounds', 'settled'] as const).find((stop) => stops.includes(stop)) ?? 'settled',
    reason: null,
  })
  await log.flush()
}

/** Two states that answer different questions are told of, and take no time. */
const measurable = (header: EvidenceHeader): readonly Comparison[] =>
  header.comparisons.filter((comparison) => {
    const check = checkOf(header, comparison)
    return check === null || whyIncomparable(check, header.policy) === null
  })

interface Observation {
  readonly header: EvidenceHeader
  readonly queries: readonly MeasuredQuery[]
  readonly parts: PairParts
  readonly log: EvidenceLog
  readonly clock: BudgetClock
  readonly ports: ObservePorts
}

async function observeBlock(
  block: Block,
  done: { readonly firstRound: number; readonly settled: readonly string[] },
  { header, queries, parts, log, clock, ports }: Observation,
): Promise<StoppedBy> {
  const { subsets } = log.evidence()
  const settled = new Set(done.settled)
  const advance = (detail: string): void => ports.progress.advance(Math.min(1, 1 - clock.shareLeft()), detail)
  const afterRound = async (round: number, isLook: boolean): Promise<readonly string[]> => {
    const elapsedMs = clock.elapsedNs() / 1e6
    advance(`round ${round} of at most ${Math.max(...header.policy.looks)}`)
    if (isLook) for (const name of look(header, log, block, ports.progress)) settled.add(name)
    log.record({
      type: 'round',
      block: block.name,
      round,
      settled: [...settled],
      elapsedMs,
      at: ports.date().toISOString(),
      pressure: await ports.pressure(),
    })
    await log.flush()
    await ports.kept()
    return [...settled]
  }
  const { seed } = header.run
  const planned = block.comparisons.map(({ query, pair }): PlannedComparison => {
    const position = header.queries.findIndex(({ name }) => name === query)
    const all = { ...parts, subsets }
    const states = { arms: armsOfPair(pair, all), switchedIndexes: switchedIndexes(pair, all) }
    return { pair, query: at(queries, position), ...states }
  })
  await attest('start', block, parts, log.record)
  advance('warming up')
  const prepare = (): Promise<PreparedBlock> => prepareBlock(planned, seed, log.record)
  const prepared = await (isOfVerdicts(block) ? clock.uncounted(prepare) : prepare())
  const plan = {
    block: block.name,
    seed,
    looks: header.policy.looks,
    ...done,
    deadlineNs: clock.endsNs(block.endsAt),
  }
  const stopped = await measure(plan, prepared, { now: ports.now, record: log.record, afterRound })
  await attest('end', block, parts, log.record)
  await log.flush()
  return stopped
}

/** Fewer indexes than the migration has, once it is known which of them earn their keep. */
async function observeSubsets(observation: Observation): Promise<readonly StoppedBy[]> {
  const { header, parts, log, clock } = observation
  const stops: StoppedBy[] = []
  for (const attempt of [1, 2] as const) {
    const { rounds, subsets } = log.evidence()
    const known = subsets.find((choice) => choice.attempt === attempt)
    const left = clock.shareLeft()
    const choice = known ?? (left > 0 ? chooseSubset(log.evidence(), attempt) : null)
    if (choice === null) return stops
    if (known === undefined) log.record(choice)
    // The writes of earlier blocks, though rolled back, left what reads would pay for.
    if (header.queries.some(({ writes }) => writes)) await tidyArms(parts.arms.after)
    for (const block of subsetBlocks(choice, header.queries, left)) {
      const done = doneBefore(block, rounds, header.policy.looks)
      stops.push(done.ended ?? (await observeBlock(block, done, observation)))
    }
  }
  return stops
}

/** Verdicts get the whole budget for their rounds; what looks closer pays for its warm-up. */
const isOfVerdicts = ({ comparisons }: Block): boolean => comparisons.some(({ pair }) => pair === 'main')

/** Keys of the block's comparisons that are settled. */
function look(header: EvidenceHeader, log: EvidenceLog, block: Block, progress: Progress): readonly string[] {
  const analysis = analyse(log.evidence())
  // Closer looks at some queries change nothing of what is told of all.
  if (isOfVerdicts(block)) progress.standings(analysis.queries)
  const settled = settledComparisons(analysis, header.policy)
  return block.comparisons.map(comparisonKey).filter((key) => settled.has(key))
}
