// How an index of pgvector is spelt in SQL: operator, operator class and the expression that is indexed. An ORDER BY uses
// an index only where it has the same expression and the operator of its class.
import type { Metric, VectorIndex } from '../../model/vectors/vector-index.js'

export type ApproximateIndex = Exclude<VectorIndex, { readonly kind: 'exact' }>

export interface IndexOperators {
  /** Of the table, as it is indexed. */
  readonly expression: string
  readonly operatorClass: string
  /** What the index orders by: expression, operator, the vector searched for ($1). */
  readonly ordering: string
}

const BY_METRIC: Readonly<Record<Metric, { readonly operator: string; readonly suffix: string }>> = {
  cosine: { operator: '<=>', suffix: 'cosine_ops' },
  l2: { operator: '<->', suffix: 'l2_ops' },
  'inner product': { operator: '<#>', suffix: 'ip_ops' },
}

/** The distance by the vectors themselves, whatever an index keeps of them. */
export const exactDistance = (metric: Metric): string => `embedding ${BY_METRIC[metric].operator} $1::vector`

export function indexOperators(index: ApproximateIndex, dimensions: number): IndexOperators {
  const { operator, suffix } = BY_METRIC[index.metric]
  switch (index.representation) {
    case 'vector':
      return {
        expression: 'embedding',
        operatorClass: `vector_${suffix}`,
        ordering: exactDistance(index.metric),
      }
    case 'halfvec': {
      const type = `halfvec(${dimensions})`
      const expression = `(embedding::${type})`
      return {
        expression,
        operatorClass: `halfvec_${suffix}`,
        ordering: `${expression} ${operator} $1::vector::${type}`,
      }
    }
    case 'bit': {
      const type = `bit(${dimensions})`
      const expression = `(binary_quantize(embedding)::${type})`
      return {
        expression,
        operatorClass: 'bit_hamming_ops',
        ordering: `${expression} <~> binary_quantize($1::vector)::${type}`,
      }
    }
  }
}
