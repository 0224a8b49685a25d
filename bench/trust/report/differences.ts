// The paired differences of a query in a report's evidence, round by round.
import { indexSamples } from '../../../src/analyse/index-samples.js'
import { roundDifferences } from '../../../src/analyse/statistics/round-differences.js'
import type { Evidence } from '../../../src/model/evidence.js'

/** Of the first `rounds` rounds, in their order. */
export function differencesOf({ samples }: Evidence, query: string, rounds: number): readonly number[] {
  const { observed } = roundDifferences(indexSamples(samples)(query, 'main'))
  return [...observed].filter(([round]) => round <= rounds).map(([, difference]) => difference)
}
