// Everything concluded of one query.
import type { Evidence } from '../model/evidence.js'
import type { QueryFacts } from '../model/facts.js'
import type { NoiseFloor, PlanDifference, QueryResult } from '../model/result.js'
import { countCensored } from './judge/count-censored.js'
import type { Attestation } from './state/attest-state.js'
import { comparePlans, workDiffers } from './plans/compare-plans.js'
import { estimateMilliseconds, type PairEstimates } from './summaries/estimate-pair.js'
import { estimateSpeedup } from './statistics/estimate-speedup.js'
import { planKindsOf } from './plans/plan-kinds.js'
import type { SamplesOf } from './index-samples.js'
import { judge } from './judge/judge.js'
import { judgeClaim } from './judge/judge-claim.js'
import type { Judgement } from './judge/judgement.js'
import { describeLatency } from './summaries/describe-latency.js'
import { controlFailureOf } from './summaries/noise-floor.js'
import { readTimedClaim } from './judge/read-claim.js'
import { roundDifferences } from './statistics/round-differences.js'
import type { AlphaShares } from './statistics/share-alpha.js'
import { speedupAboveFloor } from './summaries/speedup-above-floor.js'
import { explainedOf, planningOf, summariseArm } from './summaries/summarise-arm.js'
import { summariseCohorts } from './summaries/summarise-cohorts.js'
import { judgeConditions } from './judge/voidness.js'
import { secondLine } from './work-done/second-line.js'
import { yardsticksOf } from './yardsticks.js'

/** What all queries of a run are judged by. */
export interface RunContext {
  readonly evidence: Evidence
  readonly samplesOf: SamplesOf
  readonly shares: AlphaShares
  readonly noiseFloor: NoiseFloor
  readonly delta: number
  readonly attestation: Attestation
}

export function analyseQuery(query: QueryFacts, context: RunContext): QueryResult {
  const { evidence, shares, noiseFloor } = context
  const samples = context.samplesOf(query.name, 'main')
  const warmUps = evidence.warmUps.filter(({ query: name, pair }) => name === query.name && pair === 'main')
  const explained = {
    before: explainedOf(evidence, query.name, 'before'),
    after: explainedOf(evidence, query.name, 'after'),
  }
  const arms = {
    before: summariseArm('before', samples, warmUps, explained.before),
    after: summariseArm('after', samples, warmUps, explained.after),
  }
  const alpha = query.claim === null ? shares.unclaimed : shares.claimed
  const speedup = estimateSpeedup(roundDifferences(samples), alpha)
  const inMilliseconds = estimateMilliseconds(samples, alpha)
  const planDifferences = comparePlans(explained.before, explained.after)
  const cohorts = summariseCohorts(query, samples, alpha)
  return {
    name: query.name,
    title: query.title,
    sql: query.sql,
    role: query.role,
    settings: query.settings,
    planMode: query.planMode,
    planKinds: planKindsOf(evidence, { query: query.name, pair: 'main' }),
    says: query.says,
    claim: query.claim,
    ...secondLine({
      judgement: judgeQuery(query, { speedup, ...inMilliseconds }, planDifferences, context),
      speedup,
      delta: context.delta,
      gapMs: -(inMilliseconds.gapMs?.estimate ?? 0),
      cohorts,
      before: { explained: explained.before, planningMs: planningOf(evidence, query.name, 'before') },
      after: { explained: explained.after, planningMs: planningOf(evidence, query.name, 'after') },
      planDifferences,
      newIndexes: new Set(evidence.header.migration.indexes.map(({ name }) => name)),
    }),
    speedup,
    censored: countCensored(samples),
    speedupAboveFloor: speedupAboveFloor(arms.before.medianMs, arms.after.medianMs, noiseFloor.clientFloorMs),
    gapMs: inMilliseconds.gapMs,
    latencyMs: describeLatency(inMilliseconds.latencyMs, explained.after, noiseFloor.clientFloorMs),
    arms,
    cohorts,
    plans: { before: `plans/${query.name}.before.json`, after: `plans/${query.name}.after.json` },
    planDifferences,
    indexesUsed: arms.after.indexes,
    results: query.check,
  }
}

function judgeQuery(
  query: QueryFacts,
  estimates: PairEstimates,
  planDifferences: readonly PlanDifference[],
  context: RunContext,
): Judgement {
  const { evidence, samplesOf, noiseFloor, attestation } = context
  const { policy } = evidence.header
  const { speedup } = estimates
  const conditions = judgeConditions(query, {
    samples: [...samplesOf(query.name, 'main'), ...samplesOf(query.name, 'control')],
    rounds: speedup?.rounds ?? 0,
    minimumRounds: policy.minimumRounds,
    minimumRecall: policy.minimumRecall,
    finished: evidence.footer !== null,
    stateFailure: attestation.failureOf({ query: query.name, pair: 'main' }),
    controlFailure: controlFailureOf(noiseFloor, policy),
  })
  if (conditions !== null) return conditions
  if (speedup === null) return { verdict: 'inconclusive', detail: null, reason: 'nothing was measured' }
  const yardsticks = yardsticksOf(context)
  if (query.claim === null) return judge(null, speedup, yardsticks, workDiffers(planDifferences))
  return judgeClaim(readTimedClaim(query.claim, `query ${query.name}`), estimates, yardsticks)
}
