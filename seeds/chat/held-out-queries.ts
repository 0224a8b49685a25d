// Table held_out_queries: vectors to search for. They come from the same mixture but are rows of no searched table: a
// query that is itself indexed finds itself at distance 0, which flatters every index.
import type { ColumnValue, TableData } from '../../src/model/dataset.js'
import { randomStream } from '../../src/model/random.js'
import type { ChatPlan } from './plan.js'

export function heldOutQueriesTable(plan: ChatPlan): TableData {
  return {
    schema: 'public',
    table: 'held_out_queries',
    columns: [
      { name: 'id', type: 'integer' },
      { name: 'tenant_id', type: 'integer' },
      { name: 'embedding', type: 'vector' },
    ],
    rowCount: plan.counts.heldOutQueries,
    rows: () => queryRows(plan),
  }
}

/** In turns: one of a tenant drawn by size, as traffic would be, and one of the next tenant, so that each has some. */
function* queryRows({ seed, counts, tenants, mixture }: ChatPlan): Iterable<ColumnValue[]> {
  const random = randomStream(seed, 'chat/held-out-queries')
  for (let query = 0; query < counts.heldOutQueries; query++) {
    const tenant = query % 2 === 0 ? tenants.draw(random) : ((query - 1) / 2) % tenants.count
    yield [query + 1, tenant + 1, mixture.drawVector(tenants.drawCluster(tenant, random), random)]
  }
}
