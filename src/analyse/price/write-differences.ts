// Two copies in the same rounds: one paired difference per round, as for queries.
import type { WriteVisit } from '../../model/price.js'
import { median } from '../median.js'

export interface WriteDifference {
  readonly round: number
  /** First ÷ second, of medians. */
  readonly ratio: number
  /** Second − first. */
  readonly extraMs: number
}

/** Over the rounds that have executions of both copies, in order. */
export function writeDifferences(
  first: readonly WriteVisit[],
  second: readonly WriteVisit[],
): readonly WriteDifference[] {
  const others = mediansByRound(second)
  return [...mediansByRound(first)].flatMap(([round, firstNs]) => {
    const secondNs = others.get(round)
    if (secondNs === undefined) return []
    return [{ round, ratio: firstNs / secondNs, extraMs: (secondNs - firstNs) / 1e6 }]
  })
}

function mediansByRound(visits: readonly WriteVisit[]): ReadonlyMap<number, number> {
  const durations = new Map<number, number[]>()
  for (const { round, durationsNs } of visits) {
    durations.set(round, [...(durations.get(round) ?? []), ...durationsNs])
  }
  const medians = new Map<number, number>()
  for (const [round, values] of durations) {
    const middle = median(values)
    // The clock counts nanoseconds: a duration it shows as none was under one.
    if (middle !== null) medians.set(round, Math.max(middle, 1))
  }
  return medians
}
