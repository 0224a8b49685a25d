// One query in one arm: latency, work and the indexes it used.
import type { ArmName, Evidence, Sample, WarmUp } from '../model/evidence.js'
import type { ArmPlans } from '../model/plan.js'
import type { ArmResult } from '../model/result.js'
import { harrellDavis } from './harrell-davis.js'
import { isCounted } from './index-samples.js'
import { median } from './median.js'
import { blocksOf, indexesIn } from './summarise-plan.js'

/** A tail quantile of fewer samples is mostly the luck of its largest few. */
const FEWEST_FOR_P95 = 200

export function summariseArm(
  arm: ArmName,
  samples: readonly Sample[],
  warmUps: readonly WarmUp[],
  explained: ArmPlans['explained'],
): ArmResult {
  const durations = sortedMs(samples.filter((sample) => sample.arm === arm))
  const ofArm = warmUps.filter((warmUp) => warmUp.arm === arm)
  const explains = explained.map(({ explain }) => explain)
  return {
    medianMs: medianMs(durations),
    minMs: durations[0] ?? null,
    p95Ms: durations.length < FEWEST_FOR_P95 ? null : harrellDavis(durations, 0.95),
    samples: durations.length,
    sharedBlocks: median(explains.flatMap(({ Plan }) => blocksOf(Plan) ?? [])),
    planningMs: median(explains.flatMap((explain) => explain['Planning Time'] ?? [])),
    indexes: indexesIn(explains),
    warmedUp: ofArm.length > 0 && ofArm.every(({ converged }) => converged),
  }
}

/** Durations of the executions that count, ascending, in milliseconds. */
export const sortedMs = (samples: readonly Sample[]): readonly number[] =>
  Array.from(Float64Array.from(samples.filter(isCounted), ({ durationNs }) => durationNs / 1e6).sort())

/** Of durations in ascending order; null of none. */
export const medianMs = (sorted: readonly number[]): number | null =>
  sorted.length === 0 ? null : harrellDavis(sorted, 0.5)

/** The explained executions of one query in one arm. */
export const explainedOf = ({ plans }: Evidence, query: string, arm: ArmName): ArmPlans['explained'] =>
  plans.filter((plan) => plan.query === query && plan.arm === arm).flatMap(({ explained }) => explained)
