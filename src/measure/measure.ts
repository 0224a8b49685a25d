// Measures a block of comparisons: first it is prepared, warm-up included, then come the rounds.
import { at } from '../model/at.js'
import type { Pair } from '../model/comparison.js'
import type { BoundStatement } from '../postgres/session.js'
import type { ArmName, EvidenceLine, StoppedBy, WarmUp } from '../model/evidence.js'
import { randomStream, type RandomStream } from '../model/random.js'
import { ARM_NAMES, type Arms } from './arms.js'
import { prepareFloor } from './client-floor.js'
import type { MeasuredQuery } from './measured-query.js'
import { parameterSequence } from './parameters/parameter-sequence.js'
import { readPlanKinds } from './plan-kinds.js'
import { prepareApart, prepareQuery, type PreparedQuery } from './prepared-query.js'
import { runRounds, type PreparedComparison, type RoundsPorts } from './rounds.js'
import { afterSwitch, ONE_EXECUTION, tempoOf } from './tempo.js'
import { allocateVisit } from './visit.js'
import { warmUp } from './warm-up.js'

/** One query in the two states that its pair compares. */
export interface PlannedComparison {
  readonly pair: Pair
  readonly query: MeasuredQuery
  readonly arms: Arms
  /** How many indexes come and go with a switch of arms. */
  readonly switchedIndexes: number
}

export interface PreparedBlock {
  readonly comparisons: readonly PreparedComparison[]
  /** `SELECT 1`, prepared. */
  readonly floor: BoundStatement
}

export interface MeasurePlan {
  /** Names the block: its random choices depend on it and on the seed alone. */
  readonly block: string
  readonly seed: number
  readonly looks: readonly number[]
  /** 1, or where an interrupted run goes on. */
  readonly firstRound: number
  /** Comparisons, by key, that were settled before the first round. */
  readonly settled: readonly string[]
  readonly deadlineNs: number
}

export type MeasurePorts = Omit<RoundsPorts, 'randomOf'>

/** Prepares the statements of at least one comparison and warms up its arms; what that found goes to `record`. */
export async function prepareBlock(
  planned: readonly PlannedComparison[],
  seed: number,
  record: (line: EvidenceLine) => void,
): Promise<PreparedBlock> {
  const comparisons: PreparedComparison[] = []
  for (const comparison of planned) comparisons.push(await prepareComparison(comparison, seed, record))
  return { comparisons, floor: await prepareFloor(at(planned, 0).arms.after.session) }
}

/** Every observation goes to `ports.record`; returns why measuring ended. */
export async function measure(
  plan: MeasurePlan,
  block: PreparedBlock,
  ports: MeasurePorts,
): Promise<StoppedBy> {
  const randomOf = (round: number): RandomStream => randomStream(plan.seed, `rounds/${plan.block}/${round}`)
  const stoppedBy = await runRounds({ ...plan, ...block }, { ...ports, randomOf })
  for (const comparison of block.comparisons.filter(choosesPlans)) {
    for (const line of await readPlanKinds(comparison, comparison)) ports.record(line)
  }
  return stoppedBy
}

/** Does it matter which kind of plan runs? Else custom ones are forced in both arms. */
const choosesPlans = ({ pair, query }: Pick<PlannedComparison, 'pair' | 'query'>): boolean =>
  pair === 'generic' || query.planMode !== 'custom'

async function prepareComparison(
  planned: PlannedComparison,
  seed: number,
  record: (line: EvidenceLine) => void,
): Promise<PreparedComparison> {
  const { pair, query, arms } = planned
  const tempo = tempoOf(pair)
  const prepared = await (choosesPlans(planned) ? prepareApart : prepareQuery)(arms, query)
  const warmUps = await warmUpComparison(planned, prepared, tempo.warmUpNs)
  warmUps.forEach(record)
  return {
    pair,
    arms,
    ...prepared,
    rowOf: parameterSequence(query.rows, randomStream(seed, `rows/${query.name}/${pair}`)),
    size: (arm, row) => {
      const { cohort } = at(query.rows, row)
      const warmNs = (name: ArmName): number =>
        warmUps.find((warm) => warm.arm === name && warm.cohort === cohort)?.medianNs ?? 0
      const [ownNs, otherNs] = [warmNs(arm), warmNs(arm === 'before' ? 'after' : 'before')]
      const size = tempo.shortens(ownNs, otherNs) ? ONE_EXECUTION : allocateVisit(ownNs, otherNs)
      return afterSwitch(size, planned.switchedIndexes)
    },
  }
}

/** Warms both arms for each cohort: a large tenant and a small one differ in latency, and so in visit size. */
async function warmUpComparison(
  planned: PlannedComparison,
  prepared: PreparedQuery,
  mostNs: number,
): Promise<readonly WarmUp[]> {
  const { rows } = planned.query
  const cohorts = [...new Set(rows.map((row) => row.cohort))]
  const warmUps: WarmUp[] = []
  for (const arm of ARM_NAMES) {
    for (const cohort of cohorts) {
      const row = rows.findIndex((candidate) => candidate.cohort === cohort)
      warmUps.push(await warmUp(planned, arm, prepared, row, mostNs))
    }
  }
  return warmUps
}
