// The rows of assistant-platform: as many as announced, the same every time, and each referring to one that is there.
import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { assistantPlatform } from '../../../../seeds/assistant-platform/generate.js'
import type { TableData } from '../../../../src/model/dataset.js'
import { blockEncoder } from '../../../../src/postgres/copy-binary.js'
import { rowsOfTable, type NamedRow } from '../../../support/dataset-rows.js'

const MESSAGES = 4000
const tables = assistantPlatform.generate(1, MESSAGES)
const read = (table: string): NamedRow[] => rowsOfTable(tables, table)
const [users, meetings, sessions] = [read('users'), read('meetings'), read('sessions')]
const [messages, documents, chunks] = [
  read('messages'),
  read('knowledge_documents'),
  read('knowledge_chunks'),
]
const [questions, costs, alerts] = [read('held_out_questions'), read('cost_events'), read('budget_alerts')]

/** Column, table and key that it refers to. */
const REFERENCES: readonly (readonly [string, string, string])[] = [
  ['users', 'tenant_id', 'tenants'],
  ['accounts', 'user_id', 'users'],
  ['auth_sessions', 'user_id', 'users'],
  ['ai_personalities', 'tenant_id', 'tenants'],
  ['widgets', 'tenant_id', 'tenants'],
  ['meetings', 'tenant_id', 'tenants'],
  ['meetings', 'created_by', 'users'],
  ['sessions', 'tenant_id', 'tenants'],
  ['sessions', 'widget_id', 'widgets'],
  ['sessions', 'meeting_id', 'meetings'],
  ['sessions', 'personality_id', 'ai_personalities'],
  ['messages', 'session_id', 'sessions'],
  ['knowledge_documents', 'tenant_id', 'tenants'],
  ['knowledge_chunks', 'document_id', 'knowledge_documents'],
  ['held_out_questions', 'tenant_id', 'tenants'],
  ['cost_events', 'tenant_id', 'tenants'],
  ['cost_events', 'session_id', 'sessions'],
  ['cost_summaries', 'tenant_id', 'tenants'],
  ['budget_alerts', 'tenant_id', 'tenants'],
]

/** Primary keys, and what is unique besides. */
const UNIQUE: readonly (readonly [string, readonly string[]])[] = [
  ...tables.filter(({ columns }) => columns[0]?.name === 'id').map(({ table }) => [table, ['id']] as const),
  ['tenants', ['slug']],
  ['users', ['email']],
  ['accounts', ['provider', 'provider_account_id']],
  ['auth_sessions', ['session_token']],
  ['verification_tokens', ['identifier', 'token']],
]

describe('the rows of assistant-platform', () => {
  it('fill the 15 tables of the report, and one of questions to search for', () => {
    expect(new Set(tables.map(({ table }) => table)).size).toBe(16)
  })

  it.each([20, 1001, MESSAGES])('are as many as announced for %d messages', (mainRows) => {
    const made = assistantPlatform.generate(3, mainRows)
    for (const table of made) expect([...table.rows()]).toHaveLength(table.rowCount)
    expect(rowsOfTable(made, 'messages')).toHaveLength(mainRows)
    expect(made.filter(({ rowCount }) => rowCount === 0)).toEqual([])
  })

  it('can be loaded: each value fits its column', () => {
    for (const table of tables) {
      const encode = blockEncoder(table)
      const bytes = [...encode(0)].reduce((sum, chunk) => sum + chunk.length, 0)
      expect(bytes).toBeGreaterThan(table.rowCount)
    }
  })

  it('are the same in every pass and for the same seed, and others for another seed', () => {
    const made = assistantPlatform.generate(5, 20)
    const digests = digestsOf(made)
    expect(digestsOf(made)).toEqual(digests)
    expect(digestsOf(assistantPlatform.generate(5, 20))).toEqual(digests)
    const others = digestsOf(assistantPlatform.generate(6, 20))
    expect(digests.filter((digest) => others.includes(digest))).toEqual([])
  })

  it.each(REFERENCES)('%s refer by %s to %s that are there', (table, column, referred) => {
    const known = new Set(read(referred).map((row) => row['id']))
    const broken = read(table).filter((row) => row[column] !== null && !known.has(row[column] ?? null))
    expect(broken).toEqual([])
    expect(read(table).some((row) => row[column] !== null)).toBe(true)
  })

  it.each(UNIQUE)('%s have a key of their own: %j', (table, columns) => {
    const keys = read(table).map((row) => JSON.stringify(columns.map((column) => String(row[column]))))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('refer to rows of their own tenant', () => {
    const stray = (rows: readonly NamedRow[], column: string, owners: readonly NamedRow[]): NamedRow[] => {
      const tenantOf = new Map(owners.map((row) => [row['id'], row['tenant_id']]))
      return rows.filter(
        (row) => row[column] !== null && tenantOf.get(row[column] ?? null) !== row['tenant_id'],
      )
    }
    expect(stray(meetings, 'created_by', users)).toEqual([])
    expect(stray(sessions, 'widget_id', read('widgets'))).toEqual([])
    expect(stray(sessions, 'meeting_id', meetings)).toEqual([])
    expect(stray(sessions, 'personality_id', read('ai_personalities'))).toEqual([])
    expect(stray(costs, 'session_id', sessions)).toEqual([])
  })

  it('begin before they end, and a session before its messages', () => {
    const backwards = [...meetings, ...sessions].filter(
      (row) => row['ended_at'] !== null && Number(row['ended_at']) < Number(row['started_at']),
    )
    expect(backwards).toEqual([])
    const startOf = new Map(sessions.map((row) => [row['id'], Number(row['started_at'])]))
    const early = messages.filter(
      (row) => Number(row['timestamp']) < (startOf.get(row['session_id'] ?? null) ?? Infinity),
    )
    expect(early).toEqual([])
  })
})

describe('the shape of assistant-platform', () => {
  it('gives the largest tenant a good share, leaves a tail, and interleaves them', () => {
    const sizes = [...countBy(sessions, 'tenant_id').values()].sort((a, b) => b - a)
    expect((sizes[0] ?? 0) / sessions.length).toBeGreaterThan(0.1)
    expect((sizes[0] ?? 0) / (sizes.at(-1) ?? 1)).toBeGreaterThan(3)
    const changes = costs.filter((row, i) => i > 0 && row['tenant_id'] !== costs[i - 1]?.['tenant_id'])
    expect(changes.length).toBeGreaterThan(0.6 * costs.length)
  })

  it('has a session in one place: a widget, a meeting or the dashboard', () => {
    const wrong = sessions.filter(
      ({ channel, widget_id, meeting_id }) =>
        (channel === 'widget') !== (widget_id !== null) || (channel === 'meeting') !== (meeting_id !== null),
    )
    expect(wrong).toEqual([])
    expect(countBy(sessions, 'channel').size).toBe(3)
  })

  it('has answers to about as many questions, and few notes', () => {
    const roles = countBy(messages, 'role')
    expect((roles.get('user') ?? 0) / (roles.get('assistant') ?? 1)).toBeCloseTo(1, 0)
    expect((roles.get('system') ?? 0) / messages.length).toBeLessThan(0.07)
  })

  it('leaves alerts open that are recent', () => {
    const open = alerts
      .map((row, i) => [row['resolved'], i] as const)
      .filter(([resolved]) => resolved === false)
    expect(open.length).toBeGreaterThan(0)
    expect(open.length / alerts.length).toBeLessThan(0.2)
    const meanPlace = open.reduce((sum, [, i]) => sum + i, 0) / open.length
    expect(meanPlace).toBeGreaterThan(0.6 * alerts.length)
  })

  it('counts the chunks of a document from 0', () => {
    const positions = new Map<unknown, number[]>(documents.map((row) => [row['id'], []]))
    for (const chunk of chunks) positions.get(chunk['document_id'])?.push(Number(chunk['position']))
    for (const found of positions.values()) expect(found).toEqual([...found.keys()])
    expect(Math.min(...[...positions.values()].map(({ length }) => length))).toBeGreaterThan(0)
  })

  it('has embeddings of unit length in the stated dimensions, and questions that are none of them', () => {
    const vectors = chunks.map((row) => row['embedding'] as Float32Array)
    for (const vector of vectors.slice(0, 50)) {
      expect(vector).toHaveLength(Number(assistantPlatform.facts['embedding dimensions']))
      expect(Math.hypot(...vector)).toBeCloseTo(1, 3)
    }
    const stored = new Set(vectors.map(String))
    expect(questions.filter((row) => stored.has(String(row['embedding'])))).toEqual([])
    expect(countBy(questions, 'tenant_id').size).toBe(read('tenants').length)
  })

  it('writes what Auth.js would: addresses, scopes and tokens', () => {
    for (const { email, name } of users.slice(0, 200)) {
      expect(email).toMatch(/^[a-z.]+\d+@tenant\d+\.example$/)
      expect(name).toMatch(/\S \S/)
    }
    for (const { session_token } of read('auth_sessions').slice(0, 200)) {
      expect(session_token).toMatch(/^[0-9a-z]{39,}$/)
    }
  })
})

const digestsOf = (made: readonly TableData[]): string[] =>
  made.map((table) => {
    const digest = createHash('sha256').update(serialize([...table.rows()]))
    return `${table.table} ${digest.digest('hex')}`
  })

function countBy(rows: readonly NamedRow[], column: string): Map<unknown, number> {
  const counts = new Map<unknown, number>()
  for (const row of rows) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1)
  return counts
}
