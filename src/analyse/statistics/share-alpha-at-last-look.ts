// At the last look, comparisons of which nothing was claimed need not each be safe against every other: the share of false
// ones among those that are reported as an effect is what counts. Their intervals widen in step, so that they never
// disagree with the verdicts.
import { at } from '../../model/at.js'
import { pairKind, type Comparison, type Pair, type PairKind } from '../../model/comparison.js'
import { countDiscoveries } from './count-discoveries.js'
import { effectPValue } from './effect-p-value.js'
import type { BoundedDifferences } from './round-differences.js'
import type { AlphaShares } from './share-alpha.js'

/** One of those that nothing was claimed of. */
export interface Unclaimed extends Comparison {
  readonly differences: BoundedDifferences
  /** What decides nothing cannot be a discovery, but stays a member of its family. */
  readonly isVoid: boolean
}

/**
 * The shares for the last look. With k discoveries among m the level of each interval is k times that of the looks before: the false
 * coverage-adjusted intervals of Benjamini & Yekutieli (2005). Such an interval lies outside 1 ÷ delta … delta exactly
 * where the procedure of Benjamini & Hochberg selects its comparison.
 */
export function shareAlphaAtLastLook(
  shares: AlphaShares,
  comparisons: readonly Unclaimed[],
  delta: number,
): AlphaShares {
  const shareOf = (pair: Pair): number => (pair === 'main' ? shares.unclaimed : shares.closer(pair))
  const discoveriesOf = (kind: PairKind): number => {
    const family = comparisons.filter(({ pair }) => pairKind(pair) === kind)
    const pValues = family.map(({ differences, isVoid }) => (isVoid ? 1 : effectPValue(differences, delta)))
    return countDiscoveries(pValues, family.length * shareOf(at(family, 0).pair))
  }
  const kinds = [...new Set(comparisons.map(({ pair }) => pairKind(pair)))]
  const discoveries = new Map(kinds.map((kind) => [kind, discoveriesOf(kind)]))
  const widened = (pair: Pair): number => shareOf(pair) * Math.max(1, discoveries.get(pairKind(pair)) ?? 0)
  return { ...shares, unclaimed: widened('main'), closer: widened }
}
