import { describe, expect, it } from 'vitest'
import { withPublishedDatabase } from '../../support/published-database.js'
import { runScenario } from '../../support/run-scenario.js'

const SCALE = '2000'

/** Named by the report, but for those on tokens. */
const NEW_INDEXES = [
  'shared_users_email_idx',
  'shared_users_tenant_role_idx',
  'shared_users_tenant_status_role_idx',
  'shared_users_pending_profile_tenant_role_idx',
  'shared_users_pending_profile_data_gin_idx',
  'shared_tenants_schema_name_idx',
  'shared_tenants_domain_idx',
  'shared_refresh_tokens_user_id_expires_idx',
  'shared_email_verification_tokens_user_id_expires_idx',
  'shared_password_reset_tokens_user_id_expires_idx',
]
const USED_BEFORE = ['users_pkey', 'roles_pkey', 'shared_users_status_idx', 'tenants_pkey', 'users_email_key']

describe('the database of tenant-auth', () => {
  it('has the tables, the rows and the 45 indexes of the report, all of them valid', async () => {
    await withPublishedDatabase(
      'tenant-auth',
      SCALE,
      async ({ session, migration, rows, one, checkAnswers }) => {
        const loaded: Record<string, number> = {}
        for (const table of Object.keys(rows))
          loaded[table] = Number(await one(`select count(*) from ${table}`))
        expect(loaded).toEqual(rows)
        expect(migration.indexes.map(({ name }) => name).toSorted()).toEqual(NEW_INDEXES.toSorted())
        const indexes = await session.query(
          `select c.relname as name, i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid
         where c.relnamespace = 'shared'::regnamespace`,
        )
        expect(indexes).toHaveLength(45)
        expect(indexes.filter(({ valid }) => valid !== 't')).toEqual([])
        expect(indexes.map(({ name }) => name)).toEqual(expect.arrayContaining(USED_BEFORE))

        // Who waits is somebody with a profile; who has been approved is not.
        expect(await one(`select count(*) > 0 from shared.users where status = 'pending'`)).toBe('t')
        expect(
          await one(`select count(*) from shared.users
          where (pending_profile_data is null) = (status in ('pending', 'rejected'))`),
        ).toBe('0')

        const answers = await checkAnswers()
        const files = Object.keys(answers)
        expect(files).toHaveLength(7)
        const answer = [{ passed: expect.stringMatching(/^[tf]$/), detail: expect.any(String) }]
        expect(answers).toEqual(Object.fromEntries(files.map((file) => [file, answer])))
      },
    )
  })
})

describe('a run of tenant-auth', () => {
  it('judges every statement of the report, whatever its queries have time for', async () => {
    const { result } = await runScenario('tenant-auth', { scale: SCALE, budgetMs: 5000 })
    expect(result.queries).toHaveLength(18)
    expect(result.queries.filter(({ claim }) => claim !== null)).toHaveLength(6)
    expect(result.warnings.filter(({ code }) => code.startsWith('result'))).toEqual([])
    const verdicts = Object.fromEntries(result.checks.map(({ name, verdict }) => [name, verdict]))
    expect(verdicts).toEqual({
      'index-count': 'confirmed',
      'usage-arithmetic': 'refuted',
      'new-indexes-used': 'refuted',
      'no-index-twice': 'refuted',
      'scans-before': 'refuted',
      'token-index': 'refuted',
      'rebuild-index': 'refuted',
    })
  })
})
