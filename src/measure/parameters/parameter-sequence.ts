// Which parameter row each round uses: every cohort equally often, in seeded order, the same row in every arm.
import type { RandomStream } from '../../model/random.js'

/** Returns the row index for a round (from 1). Within a cohort every row is used before one is used again. */
export function parameterSequence(
  rows: readonly { readonly cohort: string }[],
  random: RandomStream,
): (round: number) => number {
  const drawn: number[] = []
  const queues = new Map<string, number[]>()
  const draw = (cohort: string): number => {
    const queue = queues.get(cohort) ?? []
    if (queue.length === 0) queue.push(...random.shuffle(indexesOf(rows, cohort)))
    queues.set(cohort, queue)
    return queue.shift() as number
  }
  const cohorts = [...new Set(rows.map((row) => row.cohort))]
  return (round) => {
    while (drawn.length < round) drawn.push(...random.shuffle(cohorts).map(draw))
    return drawn[round - 1] as number
  }
}

const indexesOf = (rows: readonly { readonly cohort: string }[], cohort: string): number[] =>
  rows.flatMap((row, index) => (row.cohort === cohort ? [index] : []))
