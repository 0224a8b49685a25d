// Table held_out_queries: vectors to search for. They come from the same mixture but are rows of no searched table: a
// query that is itself indexed finds itself at distance 0, which flatters every index.
import type { TableData } from '../../src/model/dataset.js'
import { randomStream } from '../../src/model/random.js'
import { integer, serial, vector } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { DIMENSIONS, type ChatPlan } from './plan.js'

export function heldOutQueriesTable({ seed, counts, tenants, mixture }: ChatPlan): TableData {
  const random = randomStream(seed, 'chat/held-out-queries')
  // In turns: one of a tenant drawn by size, as traffic would be, and one of the next tenant, so that each has some.
  const tenantOf = Uint16Array.from({ length: counts.heldOutQueries }, (_, query) =>
    query % 2 === 0 ? tenants.draw(random) : ((query - 1) / 2) % tenants.count,
  )
  return defineTable(seed, 'chat', {
    table: 'held_out_queries',
    rows: counts.heldOutQueries,
    columns: {
      id: serial(),
      tenant_id: integer((query) => (tenantOf[query] ?? 0) + 1),
      embedding: vector(DIMENSIONS, (embedding, query, random) =>
        mixture.fillVector(embedding, tenants.drawCluster(tenantOf[query] ?? 0, random), random),
      ),
    },
  })
}
