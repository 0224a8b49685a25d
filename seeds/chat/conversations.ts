// Table conversations: the few open ones are recent.
import type { ColumnValue, TableData } from '../../src/model/dataset.js'
import { randomStream } from '../../src/model/random.js'
import type { ChatPlan } from './plan.js'

export function conversationsTable(plan: ChatPlan): TableData {
  return {
    schema: 'public',
    table: 'conversations',
    columns: [
      { name: 'id', type: 'integer' },
      { name: 'tenant_id', type: 'integer' },
      { name: 'owner_id', type: 'integer' },
      { name: 'title', type: 'text' },
      { name: 'channel', type: 'text' },
      { name: 'status', type: 'text' },
      { name: 'created_at', type: 'timestamptz' },
      { name: 'last_message_at', type: 'timestamptz' },
    ],
    rowCount: plan.counts.conversations,
    rows: () => conversationRows(plan),
  }
}

function* conversationRows(plan: ChatPlan): Iterable<ColumnValue[]> {
  const { conversations, messages, texts, clock } = plan
  const random = randomStream(plan.seed, 'chat/conversations')
  for (const [conversation, tenant] of conversations.tenantOf.entries()) {
    yield [
      conversation + 1,
      tenant + 1,
      (conversations.ownerOf[conversation] ?? 0) + 1,
      texts.drawTitle(conversations.topicOf(conversation), random),
      conversations.channelOf(conversation),
      messages.isOpen(conversation) ? 'open' : 'closed',
      // The jitter of a message can put it before its place in the order, but not before this.
      clock.timeAt(conversations.startOf(conversation)) - clock.jitterMs,
      messages.lastTimeOf(conversation),
    ]
  }
}
