import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPglite, type PgliteDatabase } from '../../src/postgres/pglite.js'
import { pgliteSession } from '../../src/postgres/pglite-session.js'
import type { Session } from '../../src/postgres/session.js'
import { loadDataset } from '../../src/seed/load-dataset.js'
import { seedDataset, type SeededData } from '../../src/seed/seed-dataset.js'

const ROLES = { app: 'test_app', service: 'test_service' }
const MAIN_ROWS = 2000

describe('seeding chat into PostgreSQL', () => {
  let database: PgliteDatabase
  let session: Session
  let seeded: SeededData

  beforeAll(async () => {
    database = await openPglite(null)
    const { signal } = new AbortController()
    session = pgliteSession({ database, signal, now: () => Number(process.hrtime.bigint()) })
    await session.script('create extension vector; create role test_app; create role test_service')
    const { dataset, tablesSql, constraintsSql } = await loadDataset('chat', [])
    seeded = await seedDataset([session], dataset, {
      seed: 1,
      mainRows: MAIN_ROWS,
      tablesSql: fillRoles(tablesSql),
      constraintsSql: fillRoles(constraintsSql),
      onProgress: () => undefined,
      now: () => 0,
    })
  })

  afterAll(() => database.close())

  const one = async (sql: string): Promise<string | null> => {
    const [row] = await session.query(sql)
    return Object.values(row ?? {})[0] ?? null
  }

  it('loads as many rows as it says', async () => {
    for (const [table, rows] of Object.entries(seeded.rows)) {
      expect(await one(`select count(*) from ${table}`)).toBe(String(rows))
    }
  })

  it('stores values as they were meant', async () => {
    expect(
      await one(`select min(created_at) > '2022-12-01' and max(created_at) < '2025-02-01' from messages`),
    ).toBe('t')
    expect(await one("select count(*) from messages where jsonb_typeof(metadata->'labels') <> 'array'")).toBe(
      '0',
    )
    expect(await one('select max(abs(vector_norm(embedding) - 1)) < 1e-5 from message_embeddings')).toBe('t')
    expect(
      await one(`select count(*) > 0 from messages where search @@ to_tsquery('english', 'invoice')`),
    ).toBe('t')
  })

  it('shows the application one tenant, and jobs all of them', async () => {
    const size = await one('select count(*) from messages where tenant_id = 3')
    await session.script(`set role ${ROLES.app}; set app.tenant_id = '3'`)
    expect(await one('select count(*) from messages')).toBe(size)
    await session.script(`reset role; set role ${ROLES.service}`)
    expect(await one('select count(*) from messages')).toBe(String(MAIN_ROWS))
    await session.script('reset role')
  })

  it('lets the planner use an index for the policy of the application', async () => {
    await session.script('begin; create index on messages (tenant_id); analyze messages')
    await session.script(
      `set local role ${ROLES.app}; set local app.tenant_id = '3'; set local enable_seqscan = off`,
    )
    const plan = await session.query('explain select * from messages')
    await session.script('rollback')
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('Index Cond: (tenant_id = ')
  })

  it('deletes the messages of a conversation, and their embeddings, with it', async () => {
    await session.script('begin')
    const conversation = await one(
      'select conversation_id from messages join message_embeddings on message_id = id order by id limit 1',
    )
    await session.query('delete from conversations where id = $1', [conversation])
    const left = await one('select count(*) from message_embeddings')
    const embedded = await one('select count(*) from messages where id % 4 = 0')
    await session.script('rollback')
    expect(left).toBe(embedded)
    expect(Number(left)).toBeLessThan(MAIN_ROWS / 4)
  })
})

const fillRoles = (sql: string): string =>
  sql.replaceAll('${role_app}', ROLES.app).replaceAll('${role_service}', ROLES.service)
