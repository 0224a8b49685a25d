// A closer look: one query with all of the migration against the same query in one other state.
import type { Comparison } from '../model/comparison.js'
import type { QueryFacts } from '../model/facts.js'
import type { ComparisonResult, Speedup } from '../model/result.js'
import type { RunContext } from './analyse-query.js'
import { countCensored } from './judge/count-censored.js'
import { describePair } from './plans/describe-pair.js'
import { medianOf } from './summaries/estimate-pair.js'
import { estimateSpeedup } from './statistics/estimate-speedup.js'
import { judgeEffect } from './judge/judge-effect.js'
import { unbounded } from './judge/judge.js'
import { withOpenSides } from './judge/judgement.js'
import { checkOf, whyIncomparable, wrongPlans } from './state/pair-conditions.js'
import { roundDifferences, roundGaps } from './statistics/round-differences.js'
import { medianMs, weightedMs } from './summaries/summarise-arm.js'
import { judgeConditions } from './judge/voidness.js'
import { controlFailureOf } from './summaries/noise-floor.js'

export function analyseComparison(
  comparison: Comparison,
  query: QueryFacts,
  context: RunContext,
): ComparisonResult {
  const { evidence, noiseFloor, delta } = context
  const { policy } = evidence.header
  const alpha = context.shares.closer(comparison.pair)
  const samples = context.samplesOf(comparison.query, comparison.pair)
  const speedup = estimateSpeedup(roundDifferences(samples), alpha)
  const description = describePair(comparison, evidence)
  const pairCheck = checkOf(evidence.header, comparison)
  const incomparable =
    (pairCheck === null ? null : whyIncomparable(pairCheck, policy)) ??
    wrongPlans(comparison, description.planKinds)
  const conditions = judgeConditions(query, {
    samples,
    rounds: speedup?.rounds ?? 0,
    minimumRounds: policy.minimumRounds,
    minimumRecall: 0,
    finished: evidence.footer !== null,
    stateFailure: context.attestation.failureOf(comparison),
    controlFailure: controlFailureOf(noiseFloor, policy),
  })
  const inArm = (arm: 'before' | 'after'): number | null =>
    medianMs(weightedMs(samples.filter((sample) => sample.arm === arm)))
  return {
    ...comparison,
    ...(incomparable ?? conditions ?? effectOf(speedup, delta)),
    speedup,
    censored: countCensored(samples),
    gapMs: medianOf(roundGaps(samples), alpha),
    beforeMs: inArm('before'),
    afterMs: inArm('after'),
    ...description,
  }
}

function effectOf(
  speedup: Speedup | null,
  delta: number,
): Pick<ComparisonResult, 'verdict' | 'detail' | 'reason'> {
  if (speedup === null) return { verdict: 'inconclusive', detail: null, reason: 'nothing was measured' }
  const bounded = withOpenSides(speedup)
  return bounded === null ? unbounded(speedup) : judgeEffect(bounded, delta)
}
