// A claim on a group of queries: its members judged and counted, or their geometric mean judged.
import type { Claim } from '../model/claim.js'
import type { GroupClaimFacts } from '../model/group-claim.js'
import { parseQuantifier, requiredMembers } from '../model/quantifier.js'
import type { ClaimResult } from '../model/result.js'
import type { RunContext } from './analyse-query.js'
import { estimatePair, intervalOf } from './estimate-pair.js'
import { groupAlphas, type GroupAlphas } from './group-alphas.js'
import { fitnessOf, type Fitness, type Judged } from './group-fitness.js'
import { judgeClaim } from './judge-claim.js'
import { judgeMean } from './judge-mean.js'
import { judgeMembers } from './judge-members.js'
import { edited, readClaim } from './read-claim.js'
import { yardsticksOf } from './yardsticks.js'

type Member = ClaimResult['members'][number]

/** Throws a usage error where claim or quantifier were edited into what cannot be read. */
export function analyseGroup(facts: GroupClaimFacts, judged: Judged, context: RunContext): ClaimResult {
  const { queries, ...named } = facts
  const claim = readClaim(facts.claim, `the group ${facts.name}`)
  const quantifier = parseQuantifier(facts.quantifier)
  if ('problem' in quantifier) throw edited(`the quantifier of ${facts.name} in the evidence cannot be read`)
  const fitness = fitnessOf(facts, judged)
  if (quantifier.kind === 'geometric mean') return { ...named, ...judgeMean(claim, fitness, facts, context) }
  const required = requiredMembers(quantifier.share, queries.length)
  const alphas = groupAlphas(context.shares.claimed, required, queries.length)
  const members = fitness.map((member) => judgeMember(claim, member, alphas, facts, context))
  return { ...named, ...judgeMembers(claim, members, required), interval: null, members }
}

function judgeMember(
  claim: Claim,
  { query, unfit }: Fitness,
  alphas: GroupAlphas,
  { pair }: GroupClaimFacts,
  context: RunContext,
): Member {
  const at = (alpha: number): Member => {
    const estimates = estimatePair(context.samplesOf(query, pair), alpha)
    const judgement = unfit ?? judgeClaim(claim, estimates, yardsticksOf(context))
    return { query, ...judgement, interval: intervalOf(claim, estimates) }
  }
  const [confirming, refuting] = [at(alphas.confirming), at(alphas.refuting)]
  if (refuting.verdict === 'refuted') return refuting
  // Refuted at the level that confirms, but not at the stricter one that refutes: undecided.
  return confirming.verdict === 'refuted' ? refuting : confirming
}
