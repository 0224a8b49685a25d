// Conversations, each with a lead of its own, and their tags.
import type { TableData } from '../../src/model/dataset.js'
import { integer, nullable, pooled, rowUuid, serial, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { entry } from '../lib/pick.js'
import { DATASET, type MemoryPlan } from './plan.js'
import { sentences } from './texts.js'

const TAGS = ['urgent', 'warranty', 'commercial', 'repeat customer', 'needs photo', 'price talk'] as const
const DAY_MS = 86_400_000
/** Of ten conversations so many are over. */
const CLOSED_OF_10 = 7

export function conversationTables(plan: MemoryPlan): readonly TableData[] {
  const { seed, conversations, jobs, clockOf, customerOfLead } = plan
  const started = clockOf(conversations)
  return [
    defineTable(seed, DATASET, {
      table: 'Conversation',
      rows: conversations,
      columns: {
        id: uuid((row) => rowUuid('conversation', row)),
        customer_id: uuid((row) => rowUuid('customer', customerOfLead(row))),
        lead_id: uuid((row) => rowUuid('lead', row)),
        job_id: nullable(
          0.6,
          uuid((row) => rowUuid('job', Math.floor((row * jobs) / conversations))),
        ),
        channel: pooled('text', ['sms', 'web', 'phone', 'email']),
        status: pooled('text', ['closed', 'open'], (_, random) => (random.below(10) < CLOSED_OF_10 ? 0 : 1)),
        summary: nullable(0.4, pooled('text', sentences(seed))),
        started_at: timestamptz(started.timeOf),
        last_message_at: timestamptz((row) => started.timeOf(row) + DAY_MS),
      },
    }),
    defineTable(seed, DATASET, {
      table: 'Tag',
      rows: TAGS.length,
      columns: { id: serial(), name: text((row) => entry(TAGS, row)) },
    }),
    defineTable(seed, DATASET, {
      table: 'ConversationTag',
      rows: conversations,
      columns: {
        conversation_id: uuid((row) => rowUuid('conversation', row)),
        tag_id: integer((_, random) => 1 + random.below(TAGS.length)),
      },
    }),
  ]
}
