// Table messages, the main one.
import type { ColumnValue, TableData } from '../../src/model/dataset.js'
import { randomStream } from '../../src/model/random.js'
import { steadyPower } from '../lib/power.js'
import { drawMetadata } from './metadata.js'
import type { ChatPlan } from './plan.js'

/** Share of messages that the conversation's owner wrote, beside those of a random colleague. */
const BY_OWNER = 0.45
/** Unread are the latest messages of open conversations, and hardly any other. */
const UNREAD = { open: 0.5, closed: 0.05 } as const
const UNREAD_EXPONENT = 8

export function messagesTable(plan: ChatPlan): TableData {
  return {
    schema: 'public',
    table: 'messages',
    columns: [
      { name: 'id', type: 'bigint' },
      { name: 'tenant_id', type: 'integer' },
      { name: 'conversation_id', type: 'integer' },
      { name: 'sender_id', type: 'integer' },
      { name: 'body', type: 'text' },
      { name: 'metadata', type: 'jsonb' },
      { name: 'is_read', type: 'boolean' },
      { name: 'created_at', type: 'timestamptz' },
    ],
    rowCount: plan.counts.messages,
    rows: () => messageRows(plan),
  }
}

function* messageRows(plan: ChatPlan): Iterable<ColumnValue[]> {
  const { conversations, users, tenants, messages, texts, clock } = plan
  const random = randomStream(plan.seed, 'chat/messages')
  for (const [message, conversation] of messages.conversationOf.entries()) {
    const tenant = conversations.tenantOf[conversation] ?? 0
    const fraction = message / plan.counts.messages
    const byOwner = random.next() < BY_OWNER
    const sender = byOwner ? (conversations.ownerOf[conversation] ?? 0) : users.draw(tenant, fraction, random)
    const unread =
      UNREAD[messages.isOpen(conversation) ? 'open' : 'closed'] * steadyPower(fraction, UNREAD_EXPONENT)
    yield [
      message + 1,
      tenant + 1,
      conversation + 1,
      sender + 1,
      texts.drawBody(conversations.topicOf(conversation), random),
      drawMetadata(conversations.channelOf(conversation), tenants.regionOf[tenant] ?? 'us', random),
      random.next() >= unread,
      clock.timeOf(message),
    ]
  }
}
