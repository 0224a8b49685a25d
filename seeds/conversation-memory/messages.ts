// Messages, interleaved as they arrive: a few conversations are long and most are short.
import type { TableData } from '../../src/model/dataset.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { jsonb, nullable, pooled, rowUuid, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { hashInteger } from '../lib/hash-integer.js'
import { entry } from '../lib/pick.js'
import { zipfWeights } from '../lib/zipf.js'
import { CONVERSATION_EXPONENT, DATASET, type MemoryPlan } from './plan.js'
import { CODE_NAMES, sentences } from './texts.js'

/** Of a hundred messages so many name a part that is rarely spoken of. */
const RARE_OF_100 = 2

export function messageTable({ seed, messages, conversations, clockOf }: MemoryPlan): TableData {
  const draw = aliasSampler(zipfWeights(conversations, CONVERSATION_EXPONENT))
  const arrived = clockOf(messages)
  const pool = sentences(seed)
  return defineTable(seed, DATASET, {
    table: 'Message',
    rows: messages,
    columns: {
      id: uuid((row) => rowUuid('message', row)),
      conversation_id: uuid((_, random) =>
        rowUuid('conversation', hashInteger(seed, draw(random)) % conversations),
      ),
      role: pooled('text', ['customer', 'assistant', 'assistant', 'system']),
      content: text((_, random) => {
        const words = `${entry(pool, random.below(pool.length))} ${entry(pool, random.below(pool.length))}`
        return random.below(100) < RARE_OF_100
          ? `${words} Part ${entry(CODE_NAMES, random.below(CODE_NAMES.length))}.`
          : words
      }),
      external_id: nullable(
        0.3,
        text((row) => `SM${hashInteger(seed, row).toString(16).padStart(8, '0')}${row}`),
      ),
      metadata: nullable(
        0.6,
        jsonb((row) => JSON.stringify({ segments: 1 + (row % 3) })),
      ),
      created_at: timestamptz(arrived.timeOf),
    },
  })
}
