// Which comparisons need no further rounds.
import { comparisonKey } from '../../model/comparison.js'
import type { Policy } from '../../model/facts.js'
import type { Analysis } from '../analyse.js'
import { awaitedMembers } from './awaited-members.js'
import { isSettled } from './is-settled.js'

/** By key. A member that a claim on a group still waits for is not settled, whatever its own verdict. */
export function settledComparisons(
  { queries, comparisons, claims }: Pick<Analysis, 'queries' | 'comparisons' | 'claims'>,
  policy: Policy,
): ReadonlySet<string> {
  const awaited = new Set(claims.flatMap((claim) => awaitedMembers(claim, policy)).map(comparisonKey))
  const mains = queries.map((query) => ({ ...query, query: query.name, pair: 'main' as const }))
  const settled = [...mains, ...comparisons].filter((one) => isSettled(one, policy)).map(comparisonKey)
  return new Set(settled.filter((key) => !awaited.has(key)))
}
