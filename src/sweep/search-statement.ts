// A search as SQL: ascending by the operator of the index, LIMIT a constant, for an index is used for nothing else.
import type { Value } from '../postgres/session.js'
import { quoteIdentifier } from '../postgres/identifiers.js'
import type { SearchSettings, VectorIndex } from '../model/vectors/vector-index.js'
import { exactDistance, indexOperators } from './index-operators.js'
import type { Filter, SearchedTable } from './searched-table.js'

export interface SearchStatement {
  /** Columns id and distance, the latter by the vectors themselves. */
  readonly sql: string
  values(vector: Float32Array): readonly Value[]
}

export function searchStatement(
  { table, dimensions }: SearchedTable,
  index: VectorIndex,
  { rerank }: Pick<SearchSettings, 'rerank'>,
  k: number,
  filter: Filter | null,
): SearchStatement {
  const distance = exactDistance(index.metric)
  const ordering = index.kind === 'exact' ? distance : indexOperators(index, dimensions).ordering
  const where = filter === null ? '' : ` where ${filter.condition}`
  const search = `select id, ${distance} as distance from ${quoteIdentifier(table)}${where} order by ${ordering}`
  const filterValues = filter?.values ?? []
  return {
    sql:
      rerank === null
        ? `${search} limit ${k}`
        : `select id, distance from (${search} limit ${rerank}) as candidates order by distance limit ${k}`,
    values: (vector) => [vectorText(vector), ...filterValues],
  }
}

/** As pgvector reads it; digits beyond those of a float do no harm. */
const vectorText = (vector: Float32Array): string => `[${vector.join(',')}]`
