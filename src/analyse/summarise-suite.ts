// The whole suite as one number: the geometric-mean speed-up.
import type { Result } from '../model/result.js'
import { estimateSpeedup } from './estimate-speedup.js'

/** From the differences of every query: per round their mean, over the rounds that all queries have. */
export function summariseSuite(
  byQuery: readonly ReadonlyMap<number, number>[],
  alpha: number,
): Result['suite'] {
  const rounds = [...(byQuery[0]?.keys() ?? [])].filter((round) => byQuery.every((query) => query.has(round)))
  const means = rounds.map((round) => {
    const differences = byQuery.flatMap((query) => query.get(round) ?? [])
    return differences.reduce((sum, difference) => sum + difference, 0) / differences.length
  })
  return { speedup: estimateSpeedup(means, alpha), queries: byQuery.length }
}
