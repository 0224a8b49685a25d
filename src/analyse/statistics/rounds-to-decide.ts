// How many rounds a decision would take, from the width so far.
import type { Bounded } from '../judge/judgement.js'

/** Beyond this, more rounds are no advice: the truth lies too near the edge. */
const MOST_ROUNDS = 1000

/** What arithmetic alone adds must not cost a round. */
const ROUNDING = 1e-9

/** As roundsToClear, for a speed-up and edges that are ratios: what shrinks with 1/√rounds is the half-width of its logarithm. */
export const roundsToDecide = (
  { estimate, low, high, rounds }: Pick<Bounded, 'estimate' | 'low' | 'high' | 'rounds'>,
  edges: readonly number[],
): string =>
  roundsToClear(
    { estimate: Math.log(estimate), low: Math.log(low), high: Math.log(high), rounds },
    edges.map(Math.log),
  )

/**
 * A sentence for an interval that straddles an edge. Its half-width shrinks with 1/√rounds, so it clears the edge nearest
 * to the estimate after rounds · (half-width ÷ distance)².
 */
export function roundsToClear(
  { estimate, low, high, rounds }: Pick<Bounded, 'estimate' | 'low' | 'high' | 'rounds'>,
  edges: readonly number[],
): string {
  if (low === -Infinity || high === Infinity) {
    return 'executions were cut off, and a longer --statement-timeout may decide'
  }
  const halfWidth = (high - low) / 2
  const distances = edges
    .filter((edge) => low <= edge && edge <= high)
    .map((edge) => Math.abs(estimate - edge))
  const needed = Math.max(
    rounds + 1,
    ...distances.map((distance) => Math.ceil(rounds * (halfWidth / distance) ** 2 - ROUNDING)),
  )
  if (distances.length === 0 || needed > MOST_ROUNDS) {
    return `the estimate lies so near the edge that ${MOST_ROUNDS} rounds may not decide`
  }
  return `about ${needed} rounds would decide`
}
