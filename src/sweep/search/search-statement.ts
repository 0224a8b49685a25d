// A search as SQL: ascending by the operator of the index, LIMIT a constant, for an index is used for nothing else.
import type { Value } from '../../postgres/session.js'
import { quoteIdentifier } from '../../postgres/identifiers.js'
import type { SearchSettings, VectorIndex } from '../../model/vectors/vector-index.js'
import { exactDistance, indexOperators } from '../indexes/index-operators.js'
import type { Filter, SearchedTable } from '../searched-table.js'

export interface SearchStatement {
  /** Columns id and distance, the latter by the vectors themselves. */
  readonly sql: string
  values(vector: Float32Array): readonly Value[]
}

export function searchStatement(
  table: SearchedTable,
  index: VectorIndex,
  { rerank }: Pick<SearchSettings, 'rerank'>,
  k: number,
  filter: Filter | null,
): SearchStatement {
  const search = inOrder(table, `id, ${exactDistance(index.metric)} as distance`, index, filter)
  return {
    sql:
      rerank === null
        ? `${search} limit ${k}`
        : `select id, distance from (${search} limit ${rerank}) as candidates order by distance limit ${k}`,
    values: valuesOf(filter),
  }
}

/** The same without a LIMIT: every row that the index has looked at. Column id alone. */
export const endlessStatement = (
  table: SearchedTable,
  index: VectorIndex,
  filter: Filter | null,
): SearchStatement => ({ sql: inOrder(table, 'id', index, filter), values: valuesOf(filter) })

function inOrder(
  { table, dimensions }: SearchedTable,
  columns: string,
  index: VectorIndex,
  filter: Filter | null,
): string {
  const ordering =
    index.kind === 'exact' ? exactDistance(index.metric) : indexOperators(index, dimensions).ordering
  const where = filter === null ? '' : ` where ${filter.condition}`
  return `select ${columns} from ${quoteIdentifier(table)}${where} order by ${ordering}`
}

const valuesOf =
  (filter: Filter | null): SearchStatement['values'] =>
  (vector) => [vectorText(vector), ...(filter?.values ?? [])]

/** As pgvector reads it; digits beyond those of a float do no harm. */
const vectorText = (vector: Float32Array): string => `[${vector.join(',')}]`
