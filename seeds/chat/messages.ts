// Table messages, the main one.
import type { TableData } from '../../src/model/dataset.js'
import type { RandomStream } from '../../src/model/random.js'
import { boolean, integer, serial, timestamptz } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { steadyPower } from '../lib/power.js'
import { bodyColumn } from './bodies.js'
import { metadataColumn } from './metadata.js'
import type { ChatPlan } from './plan.js'

/** Share of messages that the conversation's owner wrote, beside those of a random colleague. */
const BY_OWNER = 0.45
/** Unread are the latest messages of open conversations, and hardly any other. */
const UNREAD = { open: 0.5, closed: 0.05 } as const
const UNREAD_EXPONENT = 8

export function messagesTable(plan: ChatPlan): TableData {
  const { seed, counts, conversations, users, tenants, messages, texts, clock } = plan
  const conversationOf = (message: number): number => messages.conversationOf[message] ?? 0
  const tenantOf = (message: number): number => conversations.tenantOf[conversationOf(message)] ?? 0
  const isUnread = (message: number, random: RandomStream): boolean => {
    const point = random.next()
    const recency = steadyPower(message / counts.messages, UNREAD_EXPONENT)
    // Whether the conversation is open costs more to tell, and matters to few.
    if (point >= UNREAD.open * recency) return false
    return messages.isOpen(conversationOf(message)) || point < UNREAD.closed * recency
  }
  return defineTable(seed, 'chat', {
    table: 'messages',
    rows: counts.messages,
    columns: {
      id: serial('bigint'),
      tenant_id: integer((message) => tenantOf(message) + 1),
      conversation_id: integer((message) => conversationOf(message) + 1),
      sender_id: integer((message, random) => {
        if (random.chance(BY_OWNER)) return (conversations.ownerOf[conversationOf(message)] ?? 0) + 1
        return users.draw(tenantOf(message), message / counts.messages, random) + 1
      }),
      body: bodyColumn(texts, (message) => conversations.topicOf(conversationOf(message))),
      metadata: metadataColumn(
        (message) => conversations.channelOf(conversationOf(message)),
        (message) => tenants.regionOf[tenantOf(message)] ?? 0,
      ),
      is_read: boolean((message, random) => !isUnread(message, random)),
      created_at: timestamptz(clock.timeOf),
    },
  })
}
