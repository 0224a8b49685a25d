import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportRun } from '../../src/experiment/report-run.js'
import type { PriceResult, WriteResult } from '../../src/model/price-result.js'
import { resultSchema } from '../../src/model/result.js'
import type { ServerOptions } from '../../src/server/with-server.js'
import { skipLocal, withLocalAddress } from '../support/local-postgres.js'
import { runScenario, TEST_CACHE } from '../support/run-scenario.js'
import { temporaryFolder } from '../support/temporary-folder.js'
import { tinyScenario, tinyScenarioFile } from '../support/tiny-scenario.js'

const drawn = (values: string): string =>
  `SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, ${values} FROM messages ORDER BY id DESC LIMIT 300`

/** An index on a column that one update changes and the other does not, and one that a parent's delete needs. */
const FILES = {
  'scenario.yaml': `${tinyScenarioFile('scenario.yaml')}  - name: delete-conversation
    title: Delete a conversation
writes:
  - name: redate
    title: Change an indexed column
  - name: mark-read
    title: Change a column without an index
  - name: send
    title: A new message
`,
  'migrations/002_conversation.sql':
    'CREATE INDEX CONCURRENTLY messages_conversation_idx ON messages (conversation_id);\nCREATE INDEX users_email_idx ON users (email);\n',
  'queries/delete-conversation.sql': 'DELETE FROM conversations WHERE id = $1 RETURNING id',
  'queries/delete-conversation.parameters.sql': `SELECT cohort, tenant, true AS hit,
  (SELECT min(id) FROM conversations WHERE tenant_id = tenant) AS p1 FROM cohort_tenants ORDER BY cohort, tenant`,
  'writes/redate.sql': `UPDATE messages SET created_at = created_at + interval '1 second' WHERE id = $1`,
  'writes/redate.parameters.sql': drawn('id AS p1'),
  'writes/mark-read.sql': 'UPDATE messages SET is_read = NOT is_read WHERE id = $1',
  'writes/mark-read.parameters.sql': drawn('id AS p1'),
  'writes/send.sql': `INSERT INTO messages (id, tenant_id, conversation_id, sender_id, body, metadata, is_read, created_at)
VALUES ($1, $2, $3, $4, 'Hello', '{}', false, now())`,
  'writes/send.parameters.sql': drawn(
    '10000000 + id AS p1, tenant_id AS p2, conversation_id AS p3, sender_id AS p4',
  ),
}

const priceOn = async (server: ServerOptions, changes: Parameters<typeof runScenario>[1] = {}) => {
  const { result, folder } = await runScenario(await tinyScenario(FILES), {
    server,
    scale: '2000',
    without: ['vector'],
    budgetMs: 1,
    priceBudgetMs: 4000,
    ...changes,
  })
  if (result.price === null) throw new Error('no price')
  return { result, price: result.price, folder }
}

const named = ({ writes }: PriceResult, name: string): WriteResult => {
  const found = writes.find((write) => write.name === name)
  if (found === undefined) throw new Error(`no write ${name}`)
  return found
}

function expectPrice(price: PriceResult): void {
  expect(price.skipped).toBeNull()
  const [redate, markRead, send] = ['redate', 'mark-read', 'send'].map((name) => named(price, name))
  // An index on the column that is changed: no update can be HOT any more, and each writes to the log of the index.
  expect(redate?.before.hotShare).toBeGreaterThan(0.5)
  expect(redate?.after.hotShare).toBe(0)
  expect(redate?.after.walBytesPerRow).toBeGreaterThan(1.2 * (redate?.before.walBytesPerRow ?? Infinity))
  expect(markRead?.after.hotShare).toBeGreaterThan(0.5)
  expect(send?.before.hotShare).toBeNull()
  expect(send?.after.walBytesPerRow).toBeGreaterThan(send?.before.walBytesPerRow ?? Infinity)
  for (const write of price.writes) {
    expect(write).toMatchObject({ missed: 0, control: expect.anything(), speedup: expect.anything() })
    expect(write.before.executions).toBe(write.after.executions)
  }
  expect(price.tables.find(({ table }) => table === 'messages')).toMatchObject({
    before: { vacuumMs: expect.any(Number) },
    control: { deadRows: expect.any(Number) },
  })
  expect(price.triggers).toContainEqual(
    expect.objectContaining({ name: 'delete-conversation', constraint: 'messages_conversation_id_fkey' }),
  )
}

describe('the price on the embedded server', () => {
  it('is measured, told, and concluded again from the evidence byte for byte', async () => {
    const { result, price, folder } = await priceOn(
      { kind: 'embedded', cacheFolder: TEST_CACHE },
      { without: [] },
    )
    expectPrice(price)

    // No write of the scenario is to users: what can be is derived, the rest told.
    const users = price.writes.filter(({ table }) => table === 'users')
    expect(users.map(({ name, source, role }) => [name, source, role])).toEqual([
      ['insert users', 'derived', 'owner'],
      ['update users.name', 'derived', 'owner'],
      ['update users.email', 'derived', 'owner'],
    ])
    expect(price.notDerived).toEqual([
      expect.objectContaining({
        table: 'users',
        what: 'delete',
        reason: expect.stringContaining('foreign key'),
      }),
    ])
    expect(result.migration.indexes.map(({ name, lock }) => [name, lock])).toEqual([
      ['messages_conversation_idx', 'SHARE UPDATE EXCLUSIVE'],
      ['messages_timeline_idx', 'SHARE'],
      ['users_email_idx', 'SHARE'],
    ])

    const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8')
    const [json, markdown] = [await read('result.json'), await read('report.md')]
    expect(resultSchema.parse(JSON.parse(json)).price).toEqual(price)
    expect(markdown).toContain('### Writes')
    await writeFile(join(folder, 'report.md'), 'changed')
    await reportRun(folder)
    expect(await read('result.json')).toBe(json)
    expect(await read('report.md')).toBe(markdown)
  })

  it('is not asked for with no time for it, nor of a run without the migration', async () => {
    const none = await runScenario(await tinyScenario(FILES), { budgetMs: 1, scale: '1000' })
    expect(none.result.price).toBeNull()
    const aa = await runScenario(await tinyScenario(FILES), {
      budgetMs: 1,
      scale: '1000',
      arms: 'aa',
      priceBudgetMs: 1000,
    })
    expect(aa.result.price).toBeNull()
  })

  it('tells of a write that does not work before anything is measured', async () => {
    const scenario = await tinyScenario({
      ...FILES,
      'writes/send.sql':
        'INSERT INTO messages (id, tenant_id, conversation_id, sender_id) VALUES ($1, $2, $3, $4)',
    })
    const run = runScenario(scenario, { budgetMs: 1, scale: '1000', priceBudgetMs: 1000 })
    await expect(run).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/writes\/send\.sql.*null value/),
    })
  })
})

describe.skipIf(skipLocal)('the price on a server of its own', () => {
  it('is measured on copies, with a fresh connection each round', async () => {
    const server = { kind: 'local', binFolder: null, path: process.env['PATH'] ?? '' } as const
    const { price } = await priceOn(server)
    expectPrice(price)
    expect(price.walSource).toBe('position')
  })

  it('is measured on copies of databases that are copies already', async () => {
    const server = { kind: 'local', binFolder: null, path: process.env['PATH'] ?? '' } as const
    const { result, price } = await priceOn(server, { armKind: 'clones' })
    expectPrice(price)
    expect(result.run.armKind).toBe('clones')
  })

  it('takes the log from EXPLAIN where others may write to it', async () => {
    await withLocalAddress(async (address) => {
      const allowed = { hosts: [], production: null, busy: false }
      const server: ServerOptions = { kind: 'url', address, allowed }
      const { price } = await priceOn(server, { outFolder: await temporaryFolder() })
      expect(price.walSource).toBe('explain')
      const redate = named(price, 'redate')
      expect(redate.after.walBytesPerRow).toBeGreaterThan(redate.before.walBytesPerRow ?? Infinity)
    })
  })
})
