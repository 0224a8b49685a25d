// A claim on a group, judged of the geometric mean of its members.
import type { TimedClaim } from '../../model/claim.js'
import type { GroupClaimFacts } from '../../model/group-claim.js'
import type { ClaimResult } from '../../model/result.js'
import type { RunContext } from '../analyse-query.js'
import { estimateMean } from '../statistics/estimate-mean.js'
import { estimatePair, intervalOf } from '../summaries/estimate-pair.js'
import type { Fitness } from './group-fitness.js'
import { judgeClaim } from './judge-claim.js'
import type { ClaimJudgement } from './judgement.js'
import { yardsticksOf } from '../yardsticks.js'

/** Void where a member is: the mean of the others is another claim. */
export function judgeMean(
  claim: TimedClaim,
  members: readonly Fitness[],
  { pair }: GroupClaimFacts,
  context: RunContext,
): ClaimJudgement & Pick<ClaimResult, 'interval' | 'members'> {
  const alpha = context.shares.claimed
  const samples = members.map(({ query }) => context.samplesOf(query, pair))
  const estimates = estimateMean(samples, alpha)
  return {
    ...(worstOf(members) ?? judgeClaim(claim, estimates, yardsticksOf(context))),
    interval: intervalOf(claim, estimates),
    members: members.map(({ query, unfit }, i) => ({
      query,
      verdict: null,
      detail: unfit?.detail ?? null,
      reason: unfit?.reason ?? '',
      interval: intervalOf(claim, estimatePair(samples[i] ?? [], alpha)),
    })),
  }
}

function worstOf(members: readonly Fitness[]): ClaimJudgement | null {
  const unfit = members.flatMap(({ query, unfit: why }) => (why === null ? [] : [{ query, ...why }]))
  const worst = unfit.find(({ verdict }) => verdict === 'void') ?? unfit[0]
  if (worst === undefined) return null
  const { query, verdict, detail, reason } = worst
  return { verdict, detail, reason: `${query}: ${reason}` }
}
