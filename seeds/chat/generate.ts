// The dataset `chat`: customer conversations of many tenants in shared tables.
import type { Dataset } from '../../src/model/dataset.js'
import { MIXTURE } from '../lib/embedding-mixture.js'
import { conversationsTable } from './conversations.js'
import { heldOutQueriesTable } from './held-out-queries.js'
import { messageEmbeddingsTable, messageVectors } from './message-embeddings.js'
import { messagesTable } from './messages.js'
import { DIMENSIONS, planChat } from './plan.js'
import { LEANING, TENANT_EXPONENT } from './plan-tenants.js'
import { tenantsTable } from './tenants.js'
import { usersTable } from './users.js'

export const chat: Dataset = {
  name: 'chat',
  title: 'Customer conversations of many tenants, with embedded messages',
  generatorVersion: 3,
  mainTable: 'messages',
  scales: { small: 20_000, medium: 1_000_000, large: 10_000_000 },
  extensions: {
    vector: {
      tables: ['message_embeddings', 'held_out_queries'],
      facts: ['embedding dimensions', 'embedding distance', 'embedding mixture'],
      files: { tables: 'vector-tables.sql', constraints: 'vector-constraints.sql' },
    },
  },
  roles: [
    { name: 'app', purpose: 'the application: sees one tenant' },
    { name: 'service', purpose: 'jobs and login: sees every tenant' },
  ],
  tenancy: { table: 'messages', column: 'tenant_id', setting: 'app.tenant_id' },
  // 1,045 bytes at 100,000 messages (PostgreSQL 17, all indexes of the scenario), and a third for building them.
  bytesPerMainRow: 1_400,
  files: { tables: 'tables.sql', constraints: 'constraints.sql' },
  facts: {
    'tenant sizes': `Zipf, exponent ${TENANT_EXPONENT}`,
    'embedding dimensions': DIMENSIONS,
    'embedding distance': 'cosine',
    'embedding mixture': describeMixture(),
  },
  generate(seed, mainRows) {
    const plan = planChat(seed, mainRows)
    return [
      tenantsTable(plan),
      usersTable(plan),
      conversationsTable(plan),
      messagesTable(plan),
      messageEmbeddingsTable(plan),
      heldOutQueriesTable(plan),
    ]
  },
  vectors: (seed, mainRows) => messageVectors(planChat(seed, mainRows)),
}

function describeMixture(): string {
  const { centres, superCentres, rank, spread, noise, clusterExponent } = MIXTURE
  return (
    `${centres} centres around ${superCentres} in a subspace of rank ${rank}, spread ${spread}, noise ${noise}, ` +
    `weights Zipf ${clusterExponent}, ${LEANING * 100} % of a tenant's in six clusters of its own, unit length`
  )
}
