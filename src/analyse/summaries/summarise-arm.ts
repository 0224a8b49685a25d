// One query in one arm: latency, work and the indexes it used.
import type { Pair } from '../../model/comparison.js'
import type { ArmName, Evidence, Sample, WarmUp } from '../../model/evidence.js'
import type { ArmPlans } from '../../model/plan.js'
import type { ArmResult } from '../../model/result.js'
import { weightedHarrellDavis, type Weighted } from '../statistics/harrell-davis.js'
import { isCounted } from '../index-samples.js'
import { median } from '../statistics/median.js'
import { blocksOf, indexesIn } from '../plans/summarise-plan.js'

/** A tail quantile of fewer samples is mostly the luck of its largest few. */
const FEWEST_FOR_P95 = 200

export function summariseArm(
  arm: ArmName,
  samples: readonly Sample[],
  warmUps: readonly WarmUp[],
  explained: ArmPlans['explained'],
): ArmResult {
  const latencies = weightedMs(samples.filter((sample) => sample.arm === arm))
  const ofArm = warmUps.filter((warmUp) => warmUp.arm === arm)
  const explains = explained.map(({ explain }) => explain)
  return {
    medianMs: medianMs(latencies),
    minMs: latencies[0]?.value ?? null,
    p95Ms: latencies.length < FEWEST_FOR_P95 ? null : weightedHarrellDavis(latencies, 0.95),
    samples: latencies.length,
    sharedBlocks: median(explains.flatMap(({ Plan }) => blocksOf(Plan) ?? [])),
    indexes: indexesIn(explains),
    warmedUp: ofArm.length > 0 && ofArm.every(({ converged }) => converged),
  }
}

/**
 * Latencies of the executions that count, ascending, in milliseconds. A visit keeps more executions of a quick cohort
 * than of a slow one: every round weighs the same, or the two arms would show the median of different mixtures.
 */
export function weightedMs(samples: readonly Sample[]): readonly Weighted[] {
  const counted = samples.filter(isCounted)
  const kept = new Map<number, number>()
  for (const { round } of counted) kept.set(round, (kept.get(round) ?? 0) + 1)
  return counted
    .map(({ durationNs, round }) => ({ value: durationNs / 1e6, weight: 1 / (kept.get(round) ?? 1) }))
    .sort((a, b) => a.value - b.value)
}

/** Of latencies in ascending order; null of none. */
export const medianMs = (sorted: readonly Weighted[]): number | null =>
  sorted.length === 0 ? null : weightedHarrellDavis(sorted, 0.5)

/** The explained executions of one query in one state of a pair. */
export const explainedOf = (
  { plans }: Evidence,
  query: string,
  arm: ArmName,
  pair: Pair = 'main',
): ArmPlans['explained'] =>
  plans
    .filter((plan) => plan.query === query && plan.pair === pair && plan.arm === arm)
    .flatMap(({ explained }) => explained)

/** How long planning one query in one arm took, time by time, milliseconds. */
export const planningOf = ({ plans }: Evidence, query: string, arm: ArmName): readonly number[] =>
  plans
    .filter((plan) => plan.query === query && plan.pair === 'main' && plan.arm === arm)
    .flatMap(({ planningMs }) => planningMs)
