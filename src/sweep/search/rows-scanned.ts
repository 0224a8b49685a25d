// How many rows an IVFFlat scan looked at. EXPLAIN shows those that it gave before the LIMIT ended it; without a LIMIT it gives
// all that are in the probed lists. HNSW has no such way: without a LIMIT it gives ef_search rows, and what it met on the
// way to them it does not tell.
import type { PointPlan } from '../../model/vectors/vector-point.js'
import { explainSearch } from './explain-search.js'
import { withStatement, type Search } from './measure-search.js'
import { endlessStatement } from './search-statement.js'
import type { SearchedTable } from '../searched-table.js'
import { nullIfCutOff } from './statement-limit.js'

/** `plan` was executed for this vector. Rows that are dead and not yet vacuumed are not counted. */
export async function withScanned(
  table: SearchedTable,
  search: Search,
  vector: Float32Array,
  plan: PointPlan,
): Promise<PointPlan> {
  const isMissing = plan.rowsScanned === null && plan.index !== null
  if (!isMissing || search.index.kind !== 'ivfflat') return plan
  const all = await nullIfCutOff(() => explainAll(table, search, vector, plan.index))
  // An iterative scan that gave more than the first lists hold has gone on to others.
  const isKnown = all?.index === plan.index && plan.rowsVisited <= all.rowsVisited
  return isKnown ? { ...plan, rowsScanned: all.rowsVisited } : plan
}

/** All that the lists hold which are probed first. */
function explainAll(
  table: SearchedTable,
  search: Search,
  vector: Float32Array,
  index: string | null,
): Promise<PointPlan> {
  const once: Search = {
    ...search,
    search: { ...search.search, iterative: 'off', bound: null },
    visible: search.visible.filter((name) => name === index),
    // Nothing but the index gives the rows in their order.
    settings: { ...search.settings, enable_seqscan: 'off', enable_sort: 'off' },
  }
  const statement = endlessStatement(table, search.index, search.filter)
  return withStatement(table, once, statement, ({ name }) =>
    explainSearch(table.session, name, statement.values(vector), true),
  )
}
