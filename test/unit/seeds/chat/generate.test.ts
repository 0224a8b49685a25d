import { describe, expect, it } from 'vitest'
import { chat } from '../../../../seeds/chat/generate.js'
import { rowsOfTable, type NamedRow } from '../../../support/dataset-rows.js'

const tables = chat.generate(1, 20_000)
const read = (table: string): NamedRow[] => rowsOfTable(tables, table)
const tenants = read('tenants')
const users = read('users')
const conversations = read('conversations')
const messages = read('messages')
const embeddings = read('message_embeddings')
const queries = read('held_out_queries')

describe('the rows of chat', () => {
  it.each([500, 501, 5000])(
    'are as many as announced for %d messages, and each tenant has some',
    (mainRows) => {
      const small = chat.generate(3, mainRows)
      for (const table of small) expect([...table.rows()].length).toBe(table.rowCount)
      expect(rowsOfTable(small, 'messages').length).toBe(mainRows)
      const seen = new Set(rowsOfTable(small, 'messages').map((row) => row['tenant_id']))
      expect(seen.size).toBe(rowsOfTable(small, 'tenants').length)
    },
  )

  it('are the same in every pass', () => {
    for (const table of chat.generate(5, 600)) expect([...table.rows()]).toEqual([...table.rows()])
  })

  it('have ids from 1 and slugs that are unique', () => {
    expect(messages.map((row) => row['id'])).toEqual(messages.map((_, i) => i + 1))
    expect(new Set(tenants.map((row) => row['slug'])).size).toBe(tenants.length)
  })

  it('refer to rows of their own tenant that existed by then', () => {
    for (const conversation of conversations) {
      const owner = find(users, conversation['owner_id'])
      expect(owner['tenant_id']).toBe(conversation['tenant_id'])
      expect(Number(owner['created_at'])).toBeLessThanOrEqual(Number(conversation['created_at']))
    }
    const broken = messages.filter((message) => {
      const conversation = find(conversations, message['conversation_id'])
      const sender = find(users, message['sender_id'])
      const sameTenant = [conversation, sender].every((row) => row['tenant_id'] === message['tenant_id'])
      const sent = Number(message['created_at'])
      return !sameTenant || [conversation, sender].some((row) => sent < Number(row['created_at']))
    })
    expect(broken).toEqual([])
  })

  it('say of each conversation when its last message was sent', () => {
    const last = new Map<unknown, number>()
    for (const message of messages) {
      const conversation = message['conversation_id']
      last.set(conversation, Math.max(last.get(conversation) ?? 0, Number(message['created_at'])))
    }
    const stated = conversations.map((row) => row['last_message_at'])
    expect(stated).toEqual(conversations.map((row) => last.get(row['id']) ?? null))
  })

  it('embed every fourth message, under its tenant, in the stated dimensions', () => {
    expect(embeddings.length).toBe(5000)
    for (const embedding of embeddings) {
      expect(embedding['tenant_id']).toBe(find(messages, embedding['message_id'])['tenant_id'])
      expect((embedding['embedding'] as Float32Array).length).toBe(chat.facts['embedding dimensions'])
    }
  })

  it('hold out queries for every tenant, none of them an embedded vector', () => {
    expect(new Set(queries.map((row) => row['tenant_id'])).size).toBe(tenants.length)
    const stored = new Set(embeddings.map((row) => String(row['embedding'])))
    expect(queries.filter((row) => stored.has(String(row['embedding'])))).toEqual([])
  })
})

describe('the shape of chat', () => {
  it('gives the largest tenant a fifth and leaves a long tail', () => {
    const sizes = [...countBy(messages, 'tenant_id').values()].sort((a, b) => b - a)
    expect((sizes[0] ?? 0) / messages.length).toBeGreaterThan(0.15)
    expect((sizes[0] ?? 0) / messages.length).toBeLessThan(0.35)
    expect(sizes.at(-1)).toBeLessThan(200)
    expect((sizes[0] ?? 0) / (sizes[9] ?? 1)).toBeGreaterThan(7)
  })

  it('interleaves tenants in the order of arrival', () => {
    const changes = messages.filter((row, i) => i > 0 && row['tenant_id'] !== messages[i - 1]?.['tenant_id'])
    expect(changes.length).toBeGreaterThan(messages.length * 0.7)
  })

  it('leaves few messages unread, most of them late', () => {
    const unread = messages.filter((row) => row['is_read'] === false)
    expect(unread.length / messages.length).toBeGreaterThan(0.005)
    expect(unread.length / messages.length).toBeLessThan(0.05)
    const late = unread.filter((row) => Number(row['id']) > messages.length * 0.8)
    expect(late.length).toBeGreaterThan(unread.length * 0.7)
  })

  it('leaves about a tenth of the conversations open, and those are recent', () => {
    const open = conversations.filter((row) => row['status'] === 'open')
    expect(open.length / conversations.length).toBeGreaterThan(0.04)
    expect(open.length / conversations.length).toBeLessThan(0.14)
    expect(mean(open, 'id')).toBeGreaterThan(1.4 * mean(conversations, 'id'))
  })

  it('puts large tenants on better plans', () => {
    const sizes = countBy(messages, 'tenant_id')
    const meanSize = (plan: string): number => {
      const onPlan = tenants.filter((row) => row['plan'] === plan).map((row) => sizes.get(row['id']) ?? 0)
      return onPlan.reduce((sum, size) => sum + size, 0) / onPlan.length
    }
    expect(meanSize('enterprise')).toBeGreaterThan(3 * meanSize('free'))
  })

  it('gives conversations very different numbers of messages', () => {
    const counts = [...countBy(messages, 'conversation_id').values()].sort((a, b) => a - b)
    const median = counts[Math.floor(counts.length / 2)] ?? 0
    expect(counts.at(-1)).toBeGreaterThan(5 * median)
  })
})

describe('the texts of chat', () => {
  it('are 60 to 300 bytes long, with words of every rarity', () => {
    const lengths = messages.map((row) => Buffer.byteLength(String(row['body'])))
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(60)
    expect(Math.max(...lengths)).toBeLessThan(300)
    const share = (word: string): number =>
      messages.filter((row) => String(row['body']).includes(word)).length / messages.length
    expect(share('invoice')).toBeGreaterThan(0.01)
    expect(share('subpoena')).toBeLessThan(0.005)
  })

  it('carry metadata whose keys depend on the channel of the conversation', () => {
    for (const message of messages.slice(0, 2000)) {
      const metadata = JSON.parse(String(message['metadata'])) as Record<string, unknown>
      const { channel } = find(conversations, message['conversation_id'])
      expect(metadata['channel']).toBe(channel)
      expect('duration_s' in metadata).toBe(channel === 'phone')
      expect('client' in metadata).toBe(channel === 'chat')
    }
  })

  it('label a few in a thousand as urgent', () => {
    const urgent = messages.filter((row) => String(row['metadata']).includes('"urgent"')).length
    expect(urgent / messages.length).toBeGreaterThan(0.001)
    expect(urgent / messages.length).toBeLessThan(0.005)
  })
})

function find(rows: readonly NamedRow[], id: unknown): NamedRow {
  const row = rows[Number(id) - 1]
  if (row === undefined) throw new Error(`no row with the id ${String(id)}`)
  return row
}

function countBy(rows: readonly NamedRow[], column: string): Map<unknown, number> {
  const counts = new Map<unknown, number>()
  for (const row of rows) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1)
  return counts
}

const mean = (rows: readonly NamedRow[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0) / rows.length
