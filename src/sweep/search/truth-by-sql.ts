// Exact neighbours by PostgreSQL itself, by a plan that is checked: the reference, and the way for small data. A filter or a
// policy holds for it as for any search.
import { brokenError } from '../../model/errors.js'
import type { Neighbours } from '../../model/vectors/neighbours.js'
import type { Metric } from '../../model/vectors/vector-index.js'
import { quoteIdentifier } from '../../postgres/identifiers.js'
import type { Row, Value } from '../../postgres/session.js'
import { explainSearch } from './explain-search.js'
import { EXACT_SEARCH } from './search-settings.js'
import { searchStatement } from './search-statement.js'
import type { Filter, SearchedTable } from '../searched-table.js'
import { withView } from './view.js'

export interface TruthRequest {
  readonly metric: Metric
  readonly k: number
  readonly filter: Filter | null
  /** Such as the tenant that a policy asks for. */
  readonly settings: Readonly<Record<string, string>>
  readonly vectors: readonly Float32Array[]
}

/** An ordered scan of a vector index is an index scan; a B-tree may still serve a filter, by its bitmap. */
const EXACT_PLANS = {
  enable_indexscan: 'off',
  enable_indexonlyscan: 'off',
  plan_cache_mode: 'force_custom_plan',
}

/** In the order of the vectors. Throws brokenError where a plan uses an index that orders by distance. */
export async function truthBySql(table: SearchedTable, request: TruthRequest): Promise<Neighbours[]> {
  const { session } = table
  const { metric, k, filter, vectors } = request
  const statement = searchStatement(table, { kind: 'exact', metric }, EXACT_SEARCH, k, filter)
  const view = { visible: 'all' as const, settings: { ...EXACT_PLANS, ...request.settings } }
  return withView(table, view, async () => {
    const matching = await countMatching(table, request)
    const prepared = await session.prepare(statement.sql)
    const truth: Neighbours[] = []
    for (const vector of vectors) {
      const values = statement.values(vector)
      const plan = await explainSearch(session, prepared.name, values, false)
      if (plan.node === 'Index Scan') throw notExact(plan.index)
      truth.push(neighboursOf(await session.query(statement.sql, values), matching))
    }
    await prepared.close()
    return truth
  })
}

/** Rows that have a distance: without a vector there is none, and a zero vector has no direction. */
async function countMatching(
  { session, table }: SearchedTable,
  { metric, filter }: TruthRequest,
): Promise<number> {
  const conditions = [
    'embedding is not null',
    ...(metric === 'cosine' ? ['vector_norm(embedding) > 0'] : []),
    // The filter counts its values from $2 on.
    '$1::text is null',
    ...(filter === null ? [] : [`(${filter.condition})`]),
  ]
  const values: readonly Value[] = [null, ...(filter?.values ?? [])]
  const [row] = await session.query(
    `select count(*) as matching from ${quoteIdentifier(table)} where ${conditions.join(' and ')}`,
    values,
  )
  return Number(row?.['matching'])
}

/** A row without a distance is nobody's neighbour; it sorts last. */
function neighboursOf(rows: readonly Row[], matching: number): Neighbours {
  const near = rows
    .map((row) => ({ id: Number(row['id']), distance: Number(row['distance'] ?? NaN) }))
    .filter(({ distance }) => !Number.isNaN(distance))
  return {
    ids: near.map(({ id }) => id),
    distances: near.map(({ distance }) => distance),
    matching,
  }
}

const notExact = (index: string | null): Error =>
  brokenError(`The exact neighbours were to be found by a scan, and the planner took the index ${index}.`)
