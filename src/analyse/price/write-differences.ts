// Two copies in the same rounds: one paired difference per round, as for queries.
import type { WriteVisit } from '../../model/price.js'
import { median } from '../statistics/median.js'
import type { BoundedDifferences } from '../statistics/round-differences.js'

export interface WriteDifferences {
  /** ln(first ÷ second), of medians. Nothing is cut off: what is seen is what there was. */
  readonly ratios: BoundedDifferences
  /** Second − first, milliseconds. */
  readonly extraMs: readonly number[]
}

/** Over the rounds that have executions of both copies, in order. */
export function writeDifferences(
  first: readonly WriteVisit[],
  second: readonly WriteVisit[],
): WriteDifferences {
  const others = mediansByRound(second)
  const ratios = new Map<number, number>()
  const extraMs: number[] = []
  for (const [round, firstNs] of mediansByRound(first)) {
    const secondNs = others.get(round)
    if (secondNs === undefined) continue
    ratios.set(round, Math.log(firstNs / secondNs))
    extraMs.push((secondNs - firstNs) / 1e6)
  }
  return { ratios: { observed: ratios, least: ratios, most: ratios }, extraMs }
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
