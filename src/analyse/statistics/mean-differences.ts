// The mean of several queries, round by round.
import type { BoundedDifferences, Differences } from './round-differences.js'

/** Over the rounds that all of them have. */
export const meanDifferences = (byQuery: readonly BoundedDifferences[]): BoundedDifferences => ({
  observed: meansOf(byQuery.map(({ observed }) => observed)),
  least: meansOf(byQuery.map(({ least }) => least)),
  most: meansOf(byQuery.map(({ most }) => most)),
})

function meansOf(byQuery: readonly Differences[]): Differences {
  const rounds = [...(byQuery[0]?.keys() ?? [])].filter((round) => byQuery.every((query) => query.has(round)))
  return new Map(
    rounds.map((round) => {
      const differences = byQuery.flatMap((query) => query.get(round) ?? [])
      return [round, differences.reduce((sum, difference) => sum + difference, 0) / differences.length]
    }),
  )
}
