// A claim on a group of queries: its members judged and counted, or their geometric mean judged.
import { isOfRecall, type RecallClaim, type TimedClaim } from '../model/claim.js'
import type { GroupClaimFacts } from '../model/group-claim.js'
import { parseQuantifier, requiredMembers, type Quantifier } from '../model/quantifier.js'
import type { ClaimResult } from '../model/result.js'
import type { RunContext } from './analyse-query.js'
import { estimatePair, intervalOf } from './summaries/estimate-pair.js'
import { groupAlphas, type GroupAlphas } from './statistics/group-alphas.js'
import { fitnessOf, type Fitness, type Judged } from './judge/group-fitness.js'
import { judgeClaim } from './judge/judge-claim.js'
import { judgeMean } from './judge/judge-mean.js'
import { judgeMembers } from './judge/judge-members.js'
import { judgeRecall } from './judge/judge-recall.js'
import { edited, readClaim } from './judge/read-claim.js'
import { yardsticksOf } from './yardsticks.js'

type Member = ClaimResult['members'][number]

/** Throws a usage error where claim or quantifier were edited into what cannot be read. */
export function analyseGroup(facts: GroupClaimFacts, judged: Judged, context: RunContext): ClaimResult {
  const { queries, ...named } = facts
  const claim = readClaim(facts.claim, `the group ${facts.name}`)
  const quantifier = parseQuantifier(facts.quantifier)
  if ('problem' in quantifier) throw edited(`the quantifier of ${facts.name} in the evidence cannot be read`)
  if (isOfRecall(claim)) return { ...named, ...judgeRecalls(claim, quantifier, queries, context) }
  const fitness = fitnessOf(facts, judged)
  if (quantifier.kind === 'geometric mean') return { ...named, ...judgeMean(claim, fitness, facts, context) }
  const required = requiredMembers(quantifier.share, queries.length)
  const alphas = groupAlphas(context.shares.claimed, required, queries.length)
  const members = fitness.map((member) => judgeMember(claim, member, alphas, facts, context))
  return { ...named, ...judgeMembers(claim, members, required), interval: null, members }
}

/** What voids a timing does not void it: a search that finds too little is what such a claim is about. */
function judgeRecalls(
  claim: RecallClaim,
  quantifier: Quantifier,
  queries: readonly string[],
  { evidence, shares }: RunContext,
): Omit<ClaimResult, keyof GroupClaimFacts> {
  const share = quantifier.kind === 'share' ? quantifier.share : 1
  const required = requiredMembers(share, queries.length)
  const alphas = groupAlphas(shares.claimed, required, queries.length)
  const members = queries.map((name) => {
    const found = evidence.header.queries.find((query) => query.name === name)
    if (found === undefined) throw edited(`the query ${name} of a claim on recall is not in the evidence`)
    return stricter((alpha) => judgeRecall(claim, found.check, alpha), alphas)
  })
  return { ...judgeMembers(claim, members, required), interval: null, members }
}

function judgeMember(
  claim: TimedClaim,
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
  return stricter(at, alphas)
}

/** Refuted at the level that confirms, but not at the stricter one that refutes: undecided. */
function stricter(judgeAt: (alpha: number) => Member, { confirming, refuting }: GroupAlphas): Member {
  const [confirmed, refuted] = [judgeAt(confirming), judgeAt(refuting)]
  if (refuted.verdict === 'refuted') return refuted
  return confirmed.verdict === 'refuted' ? refuted : confirmed
}
