// Everything concluded of one query.
import { parseClaim } from '../model/claim.js'
import type { Claim } from '../model/claim.js'
import { usageError } from '../model/errors.js'
import type { Evidence } from '../model/evidence.js'
import type { QueryFacts } from '../model/facts.js'
import type { NoiseFloor, PlanDifference, QueryResult, Speedup } from '../model/result.js'
import { countCensored } from './count-censored.js'
import type { Attestation } from './attest-state.js'
import { comparePlans, workDiffers } from './compare-plans.js'
import { estimateSpeedup } from './estimate-speedup.js'
import { planKindsOf } from './plan-kinds.js'
import type { SamplesOf } from './index-samples.js'
import { judge } from './judge.js'
import type { Judgement } from './judgement.js'
import { controlFailureOf } from './noise-floor.js'
import { roundDifferences } from './round-differences.js'
import type { AlphaShares } from './share-alpha.js'
import { speedupAboveFloor } from './speedup-above-floor.js'
import { explainedOf, summariseArm } from './summarise-arm.js'
import { summariseCohorts } from './summarise-cohorts.js'
import { judgeConditions } from './voidness.js'

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
  const planDifferences = comparePlans(explained.before, explained.after)
  return {
    name: query.name,
    title: query.title,
    sql: query.sql,
    role: query.role,
    settings: query.settings,
    planMode: query.planMode,
    planKinds: planKindsOf(evidence, { query: query.name, pair: 'main' }),
    claim: query.claim,
    ...judgeQuery(query, speedup, planDifferences, context),
    speedup,
    censored: countCensored(samples),
    speedupAboveFloor: speedupAboveFloor(arms.before.medianMs, arms.after.medianMs, noiseFloor.clientFloorMs),
    arms,
    cohorts: summariseCohorts(query, samples, alpha),
    plans: { before: `plans/${query.name}.before.json`, after: `plans/${query.name}.after.json` },
    planDifferences,
    indexesUsed: arms.after.indexes,
    results: query.check,
  }
}

function judgeQuery(
  query: QueryFacts,
  speedup: Speedup | null,
  planDifferences: readonly PlanDifference[],
  { evidence, samplesOf, noiseFloor, delta, attestation }: RunContext,
): Judgement {
  const { policy } = evidence.header
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
  return judge(claimOf(query), speedup, { delta, tolerance: policy.tolerance }, workDiffers(planDifferences))
}

function claimOf({ name, claim: text }: QueryFacts): Claim | null {
  if (text === null) return null
  const claim = parseClaim(text)
  if (!('problem' in claim)) return claim
  throw usageError(`the claim "${text}" of query ${name} in the evidence cannot be read: ${claim.problem}`, {
    hint: 'samples.ndjson seems to have been edited: measure again, or restore it.',
  })
}
