// How the error rate of the whole report is shared, so that many claims and many looks do not make a false verdict likely.
import { pairKind, type Pair } from '../../model/comparison.js'
import type { EvidenceHeader } from '../../model/evidence.js'

export interface AlphaShares {
  /** Of a claim, be it on one query or on a group. */
  readonly claimed: number
  readonly unclaimed: number
  readonly control: number
  /** Of a comparison that looks closer. */
  closer(pair: Pair): number
}

/**
 * Bonferroni within each family. Looking at 95 % after every look excludes the truth in 14 % of A/A simulations, with
 * the split in 1.8 %. Unclaimed queries are a family of their own, so that adding one never widens the interval of a
 * claim, and so is each kind of closer look; splitting among them as well keeps false alarms rare at every look, not only at the last, and costs interval
 * width only (which the smallest effect already dominates). Controls decide no verdict at a single look, so they share
 * alpha among themselves alone: a narrower interval is the stricter test of the machine.
 */
export function shareAlpha({ policy, queries, claims: groups, comparisons }: EvidenceHeader): AlphaShares {
  const claimed = queries.filter(({ claim }) => claim !== null).length
  const looks = Math.max(1, policy.looks.length)
  const share = (members: number): number => policy.alpha / Math.max(1, members)
  const ofKind = (pair: Pair): number =>
    comparisons.filter((other) => pairKind(other.pair) === pairKind(pair)).length
  return {
    claimed: share(claimed + groups.length) / looks,
    unclaimed: share(queries.length - claimed) / looks,
    control: share(ofKind('control')),
    closer: (pair) => share(ofKind(pair)) / looks,
  }
}
