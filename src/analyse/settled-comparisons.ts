// Which comparisons need no further rounds.
import { comparisonKey } from '../model/comparison.js'
import type { Policy } from '../model/facts.js'
import type { Analysis } from './analyse.js'
import { isSettled } from './is-settled.js'

/** By key. */
export function settledComparisons(
  { queries, comparisons }: Pick<Analysis, 'queries' | 'comparisons'>,
  policy: Policy,
): ReadonlySet<string> {
  const mains = queries.map((query) => ({ ...query, query: query.name, pair: 'main' as const }))
  return new Set([...mains, ...comparisons].filter((one) => isSettled(one, policy)).map(comparisonKey))
}
