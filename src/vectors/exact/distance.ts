// Distances as pgvector's operators give them, <=>, <-> and <#>, but summed in double precision where pgvector sums
// in single: on vectors of unit length the two differ by less than 1e-6.
import type { Metric } from '../../model/vectors/vector-index.js'

type Components = ArrayLike<number>

/** NaN for cosine where one of the two is zero: there is no angle then. */
export function distanceBetween(a: Components, b: Components, metric: Metric): number {
  switch (metric) {
    case 'cosine':
      return 1 - cosine(a, b)
    case 'l2':
      return Math.sqrt(squaredDifference(a, b))
    case 'inner product':
      // Not -x, which is -0 for 0.
      return 0 - innerProduct(a, b)
  }
}

export const norm = (vector: Components): number => Math.sqrt(innerProduct(vector, vector))

function cosine(a: Components, b: Components): number {
  const similarity = innerProduct(a, b) / Math.sqrt(innerProduct(a, a) * innerProduct(b, b))
  return Math.max(-1, Math.min(1, similarity))
}

function innerProduct(a: Components, b: Components): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

function squaredDifference(a: Components, b: Components): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number)
    sum += difference * difference
  }
  return sum
}
