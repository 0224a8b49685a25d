// How many directions lead away from a point, as its neighbours see it. (Levina & Bickel, Maximum Likelihood Estimation
// of Intrinsic Dimension, 2004, equation 8: the mean logarithm of T_K ÷ T_j, inverted.)

/** Fewer say nothing. */
const FEWEST_NEIGHBOURS = 10

/** From distances above zero of a true metric, ascending. Null where they say nothing. */
export function localIntrinsicDimension(distances: readonly number[]): number | null {
  const farthest = distances.at(-1)
  if (farthest === undefined || distances.length < FEWEST_NEIGHBOURS) return null
  const nearer = distances.slice(0, -1)
  const meanLogarithm =
    nearer.reduce((sum, distance) => sum + Math.log(farthest / distance), 0) / nearer.length
  return meanLogarithm > 0 ? 1 / meanLogarithm : null
}
