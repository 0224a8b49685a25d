// Table message_embeddings: every fourth message, mostly near what its conversation is about.
import type { ColumnValue, TableData } from '../../src/model/dataset.js'
import { randomStream } from '../../src/model/random.js'
import { MESSAGES_PER_EMBEDDING } from './counts.js'
import type { ChatPlan } from './plan.js'

const ON_TOPIC = 0.75
/** The model was changed after this share of the messages. */
const OLD_MODEL_UNTIL = 0.15

export function messageEmbeddingsTable(plan: ChatPlan): TableData {
  return {
    schema: 'public',
    table: 'message_embeddings',
    columns: [
      { name: 'message_id', type: 'bigint' },
      { name: 'tenant_id', type: 'integer' },
      { name: 'model', type: 'text' },
      { name: 'embedding', type: 'vector' },
    ],
    rowCount: plan.counts.embeddings,
    rows: () => embeddingRows(plan),
  }
}

function* embeddingRows({
  seed,
  counts,
  tenants,
  conversations,
  messages,
  mixture,
}: ChatPlan): Iterable<ColumnValue[]> {
  const random = randomStream(seed, 'chat/message-embeddings')
  for (let embedded = 1; embedded <= counts.embeddings; embedded++) {
    const messageId = embedded * MESSAGES_PER_EMBEDDING
    const conversation = messages.conversationOf[messageId - 1] ?? 0
    const tenant = conversations.tenantOf[conversation] ?? 0
    const onTopic = random.next() < ON_TOPIC
    const cluster = onTopic
      ? (conversations.clusterOf[conversation] ?? 0)
      : tenants.drawCluster(tenant, random)
    yield [
      messageId,
      tenant + 1,
      messageId / counts.messages < OLD_MODEL_UNTIL ? 'chat-embed-1' : 'chat-embed-2',
      mixture.drawVector(cluster, random),
    ]
  }
}
