// The exact null distribution of Wilcoxon's signed-rank statistic T⁺: each rank 1 … n is in the sum by a fair coin.
// Wilcoxon (1945); the recursion is in Hollander, Wolfe & Chicken, Nonparametric Statistical Methods, section 3.1.
import { at } from '../../model/at.js'

/**
 * The largest w with P(T⁺ ≤ w) ≤ alpha / 2 for n differences, so that w + 1 and n(n+1)/2 − w are the ranks of the
 * Walsh averages that bound the interval of level 1 − alpha. Null where even P(T⁺ ≤ 0) = 2^−n is above alpha / 2.
 */
export function signedRankCriticalValue(n: number, alpha: number): number | null {
  const cumulative = signedRankCumulative(n)
  let w = -1
  while (w + 1 < cumulative.length && at(cumulative, w + 1) <= alpha / 2) w++
  return w < 0 ? null : w
}

/** P(T⁺ ≤ w) for w = 0 … n(n+1)/4, the half that an interval can need. */
export function signedRankCumulative(n: number): readonly number[] {
  const known = tables.get(n)
  if (known !== undefined) return known
  const table = cumulate(n)
  tables.set(n, table)
  return table
}

/** The fewest rounds whose interval has two bounds at this alpha: 2^(1−n) ≤ alpha. */
export const fewestBoundedRounds = (alpha: number): number => Math.ceil(1 - Math.log2(alpha))

// A table takes n³/8 additions and every look asks for the same ones again.
const tables = new Map<number, readonly number[]>()

/** Halving with each rank keeps every term a probability: counts would pass 2^53 at n = 53. */
function cumulate(n: number): readonly number[] {
  const top = Math.floor((n * (n + 1)) / 4)
  const probability = new Float64Array(top + 1)
  probability[0] = 1
  for (let rank = 1; rank <= n; rank++) {
    for (let w = top; w >= 0; w--) {
      probability[w] = ((probability[w] ?? 0) + (probability[w - rank] ?? 0)) / 2
    }
  }
  let sum = 0
  return Array.from(probability, (term) => (sum += term))
}
