// Faults injected into a measurement, on real servers: each must be caught.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '../../src/model/address.js'
import { at } from '../../src/model/at.js'
import type { Result } from '../../src/model/result.js'
import { readDatabaseState } from '../../src/postgres/catalog/database-state.js'
import { withPgSession } from '../../src/postgres/pg-session.js'
import type { Session } from '../../src/postgres/session.js'
import { skipLocal } from '../support/local-postgres.js'
import { withMeasuredDatabase, type MeasuredDatabase } from '../support/measured-database.js'
import { TEST_CACHE } from '../support/run-scenario.js'
import { sharedLocalCluster, type SharedCluster } from '../support/shared-local-cluster.js'
import { tinyScenario } from '../support/tiny-scenario.js'

const calmly = (): Promise<void> => Promise.resolve()

const blockOf = ({ state }: Result) => at(state.blocks, 0)
const codes = ({ warnings }: Result): string[] => warnings.map(({ code }) => code)

/** Every query is void for this reason, and says it. */
function expectVoid(result: Result, detail: string, reason: RegExp): void {
  expect(blockOf(result).failure).toMatchObject({ detail, reason: expect.stringMatching(reason) })
  for (const query of result.queries) {
    expect(query).toMatchObject({ verdict: 'void', detail, reason: expect.stringMatching(reason) })
  }
}

const INDEX = 'messages_timeline_idx'
/** Changes what the planner knows, and no answer of a query. */
const REWRITE_BODIES = `update messages set body = 'the same for all of them'`
const setValid = (valid: boolean): string =>
  `update pg_index set indisvalid = ${valid} where indexrelid = '${INDEX}'::regclass`

describe.skipIf(skipLocal)('a database on a server of its own, disturbed by another session', () => {
  let cluster: SharedCluster
  beforeAll(async () => {
    cluster = await sharedLocalCluster({ autovacuum: 'on', autovacuum_naptime: '1s' })
  })
  afterAll(() => cluster.stop())

  const on = async <T>(
    armKind: 'transactions' | 'clones',
    work: (database: MeasuredDatabase) => Promise<T>,
  ): Promise<T> => {
    const allowed = { hosts: [], production: null, busy: false }
    return withMeasuredDatabase(
      { kind: 'url', address: cluster.loopback, allowed },
      await tinyScenario(),
      armKind,
      work,
    )
  }

  it('holds where nobody disturbs it, and shows what is in shared buffers', async () => {
    await on('transactions', async ({ measure, sessions }) => {
      const result = await measure(calmly)
      const { tables } = await readDatabaseState(sessions.after, [])
      for (const { table, pages, visiblePages } of tables)
        expect([table, visiblePages]).toEqual([table, pages])
      expect(blockOf(result)).toMatchObject({
        block: 'reads',
        attested: 'whole',
        failure: null,
        checkpoints: 0,
        writtenRows: 0,
        deadRows: 0,
      })
      expect(blockOf(result).residentShare).toBeGreaterThan(0.5)
      expect(result.queries.map(({ verdict }) => verdict)).not.toContain('void')
      for (const code of codes(result)) expect(code).not.toMatch(/while-measured|dirty|unattested/)
    })
  })

  it('is caught at every kind of drift, one after the other', async () => {
    await on('transactions', async ({ measure, sessions }) => {
      const bySuperuser = await superuserOf(cluster.loopback, sessions.after)
      const disturbedBy = (sql: string): Promise<Result> => measure(() => bySuperuser(sql))

      expectVoid(
        await disturbedBy(`${REWRITE_BODIES}; analyze messages`),
        'statistics drifted',
        /^ANALYZE ran on table messages,/,
      )
      expectVoid(
        await disturbedBy('set track_counts = off; set default_statistics_target = 10; analyze messages'),
        'statistics drifted',
        /^the planner's statistics of table messages changed/,
      )
      expectVoid(
        await disturbedBy('vacuum messages'),
        'vacuumed while measured',
        /^VACUUM ran on table messages,/,
      )
      expectVoid(await disturbedBy('vacuum'), 'vacuumed while measured', /^VACUUM ran on tables /)
      expectVoid(
        await disturbedBy(setValid(false)),
        'index invalid',
        /^index messages_timeline_idx was not valid/,
      )
      await bySuperuser(setValid(true))
      expectVoid(
        await disturbedBy('reindex table messages'),
        'tables rebuilt',
        /^table messages, or an index of it/,
      )
      expectVoid(
        await disturbedBy('create index extra on messages (id)'),
        'tables rebuilt',
        /^table messages/,
      )
      expectVoid(await disturbedBy('drop index extra'), 'tables rebuilt', /^table messages/)

      const calm = await measure(calmly)
      expect(blockOf(calm).failure).toBeNull()
      const withCheckpoint = await disturbedBy('checkpoint')
      expect(blockOf(withCheckpoint)).toMatchObject({ failure: null, checkpoints: 1 })
      expect(codes(withCheckpoint)).toContain('checkpoint-while-measured')
      const written = await disturbedBy(REWRITE_BODIES)
      expect(blockOf(written)).toMatchObject({ failure: null, writtenRows: 2000 })
      expect(codes(written)).toEqual(
        expect.arrayContaining(['rows-died-while-measured', 'visibility-lost-while-measured']),
      )

      const mismatch = await disturbedBy(
        'delete from messages where id in (select min(id) from messages group by tenant_id)',
      )
      expect(mismatch.queries.find(({ name }) => name === 'by-id')).toMatchObject({
        verdict: 'void',
        detail: 'results differ',
      })
    })
  })

  it('is caught at a vacuum that nobody asked for, once a table no longer refuses it', async () => {
    await on('transactions', async ({ measure, sessions }) => {
      const bySuperuser = await superuserOf(cluster.loopback, sessions.after)
      const result = await measure(async () => {
        await bySuperuser(REWRITE_BODIES)
        await bySuperuser(`alter table messages set (autovacuum_enabled = on, autovacuum_vacuum_threshold = 1,
          autovacuum_vacuum_scale_factor = 0, autovacuum_analyze_threshold = 1000000000)`)
        await untilAutovacuumed(sessions.after)
      })
      expectVoid(result, 'vacuumed while measured', /^autovacuum ran on table messages,/)
      expect(blockOf(result).writtenRows).toBe(2000)
    })
  })

  it('is caught in either of two clones', async () => {
    await on('clones', async ({ measure, sessions }) => {
      expect(blockOf(await measure(calmly))).toMatchObject({ attested: 'whole', failure: null })
      for (const arm of ['before', 'after'] as const) {
        const result = await measure(() => sessions[arm].script('analyze messages'))
        expectVoid(result, 'statistics drifted', new RegExp(`database of the arm ${arm}\\)$`))
      }
    })
  })
})

describe('a database of the embedded server', () => {
  it('holds where nobody disturbs it, and is caught at every kind of drift', async () => {
    const options = { kind: 'embedded', cacheFolder: TEST_CACHE } as const
    await withMeasuredDatabase(options, await tinyScenario(), 'transactions', async (database) => {
      const { measure, sessions } = database
      const calm = await measure(calmly)
      expect(blockOf(calm)).toMatchObject({
        attested: 'whole',
        failure: null,
        writtenRows: 0,
        checkpoints: null,
        residentShare: null,
      })

      const asOwner = (sql: string): Promise<Result> => measure(() => sessions.after.script(sql))
      const asSuperuser = (sql: string): Promise<Result> =>
        asOwner(`set session authorization postgres; ${sql}; set session authorization indexproof_owner`)
      expectVoid(await asOwner('analyze messages'), 'statistics drifted', /^ANALYZE ran on table messages,/)
      expectVoid(
        await asOwner('vacuum messages'),
        'vacuumed while measured',
        /^VACUUM ran on table messages,/,
      )
      expectVoid(await asSuperuser(setValid(false)), 'index invalid', /^index messages_timeline_idx/)
      await sessions.after.script(
        `set session authorization postgres; ${setValid(true)}; set session authorization indexproof_owner`,
      )
      expect(blockOf(await measure(calmly)).failure).toBeNull()
    })
  })
})

/** Runs statements, one message each, in a session of its own on the same database. */
async function superuserOf(
  address: Address,
  session: Session,
): Promise<(statements: string) => Promise<void>> {
  const [row] = await session.query('select current_database() as name')
  const options = {
    address: { ...address, database: row?.['name'] ?? '' },
    signal: new AbortController().signal,
    now: () => 0,
  }
  return (statements) =>
    withPgSession(options, async (other) => {
      for (const statement of statements.split(';')) await other.script(statement)
    })
}

async function untilAutovacuumed(session: Session): Promise<void> {
  for (let i = 0; i < 300; i++) {
    const [row] = await session.query(
      `select autovacuum_count from pg_stat_user_tables where relname = 'messages'`,
    )
    if (Number(row?.['autovacuum_count']) > 0) return
    await session.query('select pg_sleep(0.1)')
  }
  throw new Error('autovacuum did not come within 30 s')
}
