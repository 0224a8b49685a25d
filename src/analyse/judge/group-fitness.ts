// Whether the samples of each member of a group are fit to decide: what voids a query by itself voids the member.
import type { ClaimedPair, GroupClaimFacts } from '../../model/group-claim.js'
import type { ComparisonResult, QueryResult } from '../../model/result.js'
import type { ClaimJudgement } from './judgement.js'
import { edited } from './read-claim.js'
import { VOID } from './voidness.js'

/** What is concluded of each query by itself. */
export interface Judged {
  readonly queries: readonly QueryResult[]
  readonly comparisons: readonly ComparisonResult[]
}

export interface Fitness {
  readonly query: string
  /** Why the samples decide nothing; null where they may. */
  readonly unfit: ClaimJudgement | null
}

/** Throws a usage error where the evidence was edited so that a member is no query of it. */
export const fitnessOf = (claim: GroupClaimFacts, judged: Judged): readonly Fitness[] =>
  claim.queries.map((query) => ({ query, unfit: unfitness(query, claim, judged) }))

function unfitness(
  query: string,
  { name, pair }: GroupClaimFacts,
  { queries, comparisons }: Judged,
): ClaimJudgement | null {
  const found =
    pair === 'main'
      ? queries.find((candidate) => candidate.name === query)
      : comparisons.find((candidate) => candidate.query === query && candidate.pair === pair)
  if (found === undefined) {
    if (pair === 'main') throw edited(`the claim ${name} names the query ${query}, which was not measured`)
    return { verdict: 'void', detail: 'not measured', reason: NOT_MEASURED[pair] }
  }
  const { verdict, detail, reason } = found
  if (verdict === 'void') return { verdict, detail, reason }
  return detail === VOID.rounds ? { verdict: 'inconclusive', detail, reason } : null
}

/** An A/A run has no closer looks, and the command line may choose another plan mode. */
const NOT_MEASURED: Readonly<Record<Exclude<ClaimedPair, 'main'>, string>> = {
  policy: 'this run did not compare it with row-level security switched off',
  generic: 'this run did not compare custom plans with generic ones',
}
