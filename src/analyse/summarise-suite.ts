// The whole suite as one number: the geometric-mean speed-up.
import type { Result } from '../model/result.js'
import { estimateSpeedup } from './estimate-speedup.js'
import type { BoundedDifferences, Differences } from './round-differences.js'

/** From the differences of every query: per round their mean, over the rounds that all queries have. */
export function summariseSuite(byQuery: readonly BoundedDifferences[], alpha: number): Result['suite'] {
  const means = {
    observed: meansOf(byQuery.map(({ observed }) => observed)),
    least: meansOf(byQuery.map(({ least }) => least)),
    most: meansOf(byQuery.map(({ most }) => most)),
  }
  return { speedup: estimateSpeedup(means, alpha), queries: byQuery.length }
}

function meansOf(byQuery: readonly Differences[]): Differences {
  const rounds = [...(byQuery[0]?.keys() ?? [])].filter((round) => byQuery.every((query) => query.has(round)))
  return new Map(
    rounds.map((round) => {
      const differences = byQuery.flatMap((query) => query.get(round) ?? [])
      return [round, differences.reduce((sum, difference) => sum + difference, 0) / differences.length]
    }),
  )
}
