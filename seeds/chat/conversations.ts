// Table conversations: the few open ones are recent.
import type { TableData } from '../../src/model/dataset.js'
import { integer, pooled, serial, text, timestamptz } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { CHANNELS } from './plan-conversations.js'
import type { ChatPlan } from './plan.js'

export function conversationsTable({
  seed,
  counts,
  conversations,
  messages,
  texts,
  clock,
}: ChatPlan): TableData {
  return defineTable(seed, 'chat', {
    table: 'conversations',
    rows: counts.conversations,
    columns: {
      id: serial(),
      tenant_id: integer((conversation) => (conversations.tenantOf[conversation] ?? 0) + 1),
      owner_id: integer((conversation) => (conversations.ownerOf[conversation] ?? 0) + 1),
      title: text((conversation, random) => texts.drawTitle(conversations.topicOf(conversation), random)),
      channel: pooled('text', CHANNELS, (conversation) => conversations.channelOf(conversation)),
      status: pooled('text', ['open', 'closed'], (conversation) => (messages.isOpen(conversation) ? 0 : 1)),
      // The jitter of a message can put it before its place in the order, but not before this.
      created_at: timestamptz(
        (conversation) => clock.timeAt(conversations.startOf(conversation)) - clock.jitterMs,
      ),
      last_message_at: timestamptz((conversation) => messages.lastTimeOf(conversation)),
    },
  })
}
