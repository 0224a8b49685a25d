// Table message_embeddings: every fourth message, mostly near what its conversation is about.
import type { DatasetVectors, TableData } from '../../src/model/dataset.js'
import { bigint, integer, pooled, vector } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { MESSAGES_PER_EMBEDDING } from './counts.js'
import { DIMENSIONS, type ChatPlan } from './plan.js'

const ON_TOPIC = 0.75
/** The model was changed after this share of the messages. */
const OLD_MODEL_UNTIL = 0.15

const messageIdOf = (embedded: number): number => (embedded + 1) * MESSAGES_PER_EMBEDDING

export function messageVectors(plan: ChatPlan): DatasetVectors {
  const { tenantOf } = ownersOf(plan)
  return {
    table: messageEmbeddingsTable(plan),
    column: 'embedding',
    tenantOf: (embedded) => tenantOf(embedded) + 1,
  }
}

export function messageEmbeddingsTable(plan: ChatPlan): TableData {
  const { seed, counts, tenants, conversations, mixture } = plan
  const { conversationOf, tenantOf } = ownersOf(plan)
  const isOld = (embedded: number): boolean => messageIdOf(embedded) / counts.messages < OLD_MODEL_UNTIL
  return defineTable(seed, 'chat', {
    table: 'message_embeddings',
    rows: counts.embeddings,
    columns: {
      message_id: bigint(messageIdOf),
      tenant_id: integer((embedded) => tenantOf(embedded) + 1),
      model: pooled('text', ['chat-embed-1', 'chat-embed-2'], (embedded) => (isOld(embedded) ? 0 : 1)),
      embedding: vector(DIMENSIONS, (embedding, embedded, random) => {
        const onTopic = random.chance(ON_TOPIC)
        const cluster = onTopic
          ? (conversations.clusterOf[conversationOf(embedded)] ?? 0)
          : tenants.drawCluster(tenantOf(embedded), random)
        mixture.fillVector(embedding, cluster, random)
      }),
    },
  })
}

/** From 0. */
function ownersOf({
  conversations,
  messages,
}: ChatPlan): Record<'conversationOf' | 'tenantOf', (embedded: number) => number> {
  const conversationOf = (embedded: number): number => messages.conversationOf[messageIdOf(embedded) - 1] ?? 0
  return { conversationOf, tenantOf: (embedded) => conversations.tenantOf[conversationOf(embedded)] ?? 0 }
}
