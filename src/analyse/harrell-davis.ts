// Quantiles as a weighted sum of all order statistics: less variable than picking one or two of them.
// Harrell & Davis (1982), A new distribution-free quantile estimator, Biometrika 69(3).
import { at } from '../model/at.js'
import { incompleteBeta } from './incomplete-beta.js'

/** The p-quantile of at least one number in ascending order, 0 < p < 1, in the unit of the numbers. */
export function harrellDavis(sorted: readonly number[], p: number): number {
  const n = sorted.length
  const share = (i: number): number => incompleteBeta(i / n, (n + 1) * p, (n + 1) * (1 - p))
  const centre = Math.floor(n * p)
  let value = 0
  // Outwards from the centre until what is left weighs nothing: about √n of the n weights are worth computing.
  for (let i = centre, above = share(i); i < n && 1 - above > NEGLIGIBLE; i++) {
    const next = share(i + 1)
    value += (next - above) * at(sorted, i)
    above = next
  }
  for (let i = centre, below = share(i); i > 0 && below > NEGLIGIBLE; i--) {
    const next = share(i - 1)
    value += (below - next) * at(sorted, i - 1)
    below = next
  }
  return value
}

const NEGLIGIBLE = 1e-12
