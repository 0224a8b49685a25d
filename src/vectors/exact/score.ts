// What the kernel's inner products say of distances. For one query every metric orders rows by
// offset − slope × inner product; the inner product is single precision, and how wrong it can be is known.
import type { Metric } from '../../model/vectors/vector-index.js'
import { paddedDimensions } from './kernel.js'

export interface RowScores {
  readonly offsets: Float64Array
  readonly slopes: Float64Array
  /** Times the `unit` of the query: how far the score may be off. */
  readonly errors: Float64Array
}

/**
 * l2 orders by |x|² − 2 q·x, cosine by −q·x ÷ |x|, inner product by −q·x. The sum of n products in any order is within
 * γ |q| |x| of the true one, γ = n u ÷ (1 − n u) (Higham, Accuracy and Stability of Numerical Algorithms, 3.1).
 */
export function rowScores(norms: Float64Array, metric: Metric): RowScores {
  switch (metric) {
    case 'l2':
      return {
        offsets: norms.map((norm) => norm * norm),
        slopes: norms.map(() => 2),
        errors: norms.map((norm) => 2 * norm),
      }
    case 'cosine':
      return {
        offsets: norms.map(() => 0),
        slopes: norms.map((norm) => 1 / norm),
        errors: norms.map(() => 1),
      }
    case 'inner product':
      return { offsets: norms.map(() => 0), slopes: norms.map(() => 1), errors: norms }
  }
}

/** Unit roundoff of single precision. */
const UNIT_ROUNDOFF = 2 ** -24
/** For the roundoff of double precision, in which everything else is done. */
const DOUBLE_SLACK = 1.001
const DOUBLE_FLOOR = 1e-6

export interface QueryError {
  /** Times the error of a row. */
  readonly unit: number
  /** Added to it: distances whose difference double precision cannot tell are ties. */
  readonly floor: number
}

/** Each lane sums a quarter of the products; then come the product itself and the sum of lanes. */
export function queryError(queryNorm: number, dimensions: number): QueryError {
  const roundings = (paddedDimensions(dimensions) / 4 + 4) * UNIT_ROUNDOFF
  const unit = DOUBLE_SLACK * queryNorm * (roundings / (1 - roundings))
  return { unit, floor: DOUBLE_FLOOR * unit * queryNorm }
}
