// The dataset `assistant-platform`: assistants of many tenants, their conversations, knowledge and costs.
import type { Dataset } from '../../src/model/dataset.js'
import { MIXTURE } from '../lib/embedding-mixture.js'
import { conversationTables } from './conversations.js'
import { costTables } from './costs.js'
import { chunksTable, chunkVectors, documentsTable, questionsTable } from './knowledge.js'
import { peopleTables } from './people.js'
import { DIMENSIONS, makePlan } from './plan.js'
import { TENANT_EXPONENT } from './plan-tenants.js'
import { tenantsTable } from './tenants.js'

export const assistantPlatform: Dataset = {
  name: 'assistant-platform',
  title: 'Assistants of many tenants: conversations, meetings, knowledge with embeddings, costs',
  generatorVersion: 3,
  mainTable: 'messages',
  scales: { small: 20_000, medium: 1_000_000, large: 5_000_000 },
  extensions: {
    vector: {
      tables: ['knowledge_chunks', 'held_out_questions'],
      facts: ['embedding dimensions', 'embedding distance', 'embedding mixture'],
      files: { tables: 'vector-tables.sql', constraints: 'vector-constraints.sql' },
    },
  },
  roles: [
    { name: 'app', purpose: 'the application: sees one tenant' },
    { name: 'support', purpose: 'people who help: see the tenants that let them in' },
    { name: 'service', purpose: 'sign-in, webhooks and jobs: sees every tenant' },
  ],
  tenancy: { table: 'sessions', column: 'tenant_id', setting: 'app.current_tenant_id' },
  bytesPerMainRow: 2_000,
  files: { tables: 'tables.sql', constraints: 'constraints.sql' },
  facts: {
    'tenant sizes': `Zipf, exponent ${TENANT_EXPONENT}`,
    'embedding dimensions': DIMENSIONS,
    'embedding distance': 'cosine',
    'embedding mixture': describeMixture(),
  },
  generate(seed, mainRows) {
    const plan = makePlan(seed, mainRows)
    return [
      tenantsTable(plan),
      ...peopleTables(plan),
      ...conversationTables(plan),
      documentsTable(plan),
      ...costTables(plan),
      chunksTable(plan),
      questionsTable(plan),
    ]
  },
  vectors: (seed, mainRows) => chunkVectors(makePlan(seed, mainRows)),
}

function describeMixture(): string {
  const { centres, superCentres, rank, spread, noise, clusterExponent } = MIXTURE
  return (
    `${centres} centres around ${superCentres} in a subspace of rank ${rank}, spread ${spread}, noise ${noise}, ` +
    `weights Zipf ${clusterExponent}, a tenant's documents in five of them, unit length`
  )
}
