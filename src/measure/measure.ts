// Measures a block of queries in both arms: warm-up, then rounds.
import { at } from '../model/at.js'
import type { ArmName, StoppedBy, WarmUp } from '../model/evidence.js'
import { randomStream, type RandomStream } from '../model/random.js'
import { ARM_NAMES, type Arms } from './arms.js'
import { prepareFloor } from './client-floor.js'
import type { MeasuredQuery } from './measured-query.js'
import { parameterSequence } from './parameters/parameter-sequence.js'
import { prepareQuery, type PreparedQuery } from './prepared-query.js'
import { runRounds, type Comparison, type RoundsPorts } from './rounds.js'
import { visitSize } from './visit.js'
import { warmUp } from './warm-up.js'

export interface MeasurePlan {
  /** Names the block: its random choices depend on it and on the seed alone. */
  readonly block: string
  readonly seed: number
  readonly queries: readonly MeasuredQuery[]
  readonly arms: Arms
  /** Names of queries measured against themselves too. */
  readonly controls: readonly string[]
  readonly looks: readonly number[]
  /** 1, or where an interrupted run goes on. */
  readonly firstRound: number
  /** Queries whose verdict was settled before the first round. */
  readonly settled: readonly string[]
  readonly deadlineNs: number
}

export type MeasurePorts = Omit<RoundsPorts, 'randomOf'>

/** Every observation goes to `ports.record`; returns why measuring ended. */
export async function measure(plan: MeasurePlan, ports: MeasurePorts): Promise<StoppedBy> {
  const comparisons: Comparison[] = []
  for (const query of plan.queries) {
    const prepared = await prepareQuery(plan.arms, query)
    const warmUps = await warmUpQuery(plan, prepared, ports)
    comparisons.push(comparison(plan, prepared, warmUps, 'main'))
    if (plan.controls.includes(query.name)) comparisons.push(comparison(plan, prepared, warmUps, 'control'))
  }
  const floor = await prepareFloor(plan.arms.after.session)
  const randomOf = (round: number): RandomStream => randomStream(plan.seed, `rounds/${plan.block}/${round}`)
  return runRounds({ ...plan, comparisons, floor }, { ...ports, randomOf })
}

/** Warms both arms for each cohort: a large tenant and a small one differ in latency, and so in visit size. */
async function warmUpQuery(
  plan: MeasurePlan,
  prepared: PreparedQuery,
  ports: MeasurePorts,
): Promise<readonly WarmUp[]> {
  const { rows } = prepared.query
  const cohorts = [...new Set(rows.map((row) => row.cohort))]
  const warmUps: WarmUp[] = []
  for (const arm of ARM_NAMES) {
    for (const cohort of cohorts) {
      const row = rows.findIndex((candidate) => candidate.cohort === cohort)
      warmUps.push(await warmUp(plan.arms, arm, prepared, row))
    }
  }
  warmUps.forEach(ports.record)
  return warmUps
}

function comparison(
  plan: MeasurePlan,
  prepared: PreparedQuery,
  warmUps: readonly WarmUp[],
  pair: 'main' | 'control',
): Comparison {
  const { query, statements } = prepared
  const { name, rows } = query
  const state = (arm: ArmName): ArmName => (pair === 'control' ? 'before' : arm)
  return {
    pair,
    query,
    arms: { before: plan.arms[state('before')], after: plan.arms[state('after')] },
    statements: { before: statements[state('before')], after: statements[state('after')] },
    rowOf: parameterSequence(rows, randomStream(plan.seed, `rows/${name}/${pair}`)),
    size: (arm, row) => {
      const { cohort } = at(rows, row)
      const warm = warmUps.find((candidate) => candidate.arm === state(arm) && candidate.cohort === cohort)
      return visitSize(warm?.medianNs ?? 0)
    },
  }
}
