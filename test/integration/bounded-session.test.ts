// What the server keeps for us when we cannot: waits that end, and nothing that runs on after its client was killed.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { HarnessError } from '../../src/model/errors.js'
import type { Address } from '../../src/model/address.js'
import { visitArm } from '../../src/measure/arms.js'
import { applyMigration } from '../../src/migrate/apply-migration.js'
import { boundSession } from '../../src/postgres/bound-session.js'
import { capabilitiesOf, readCapabilities } from '../../src/postgres/capabilities.js'
import { withPgSession } from '../../src/postgres/pg-session.js'
import type { Session } from '../../src/postgres/session.js'
import { parseStatements } from '../../src/postgres/sql/parse-statements.js'
import { skipLocal, withLocalAddress } from '../support/local-postgres.js'
import { measuredQuery } from '../support/measured-query.js'

const now = (): number => Number(process.hrtime.bigint())
const connected = <T>(address: Address, work: (session: Session) => Promise<T>): Promise<T> =>
  withPgSession({ address, signal: new AbortController().signal, now }, work)

const apply = async (session: Session, text: string): Promise<unknown> =>
  applyMigration(session, await parseStatements({ path: 'migrations/001.sql', text }), 'transactions', {
    now,
    onProgress: () => {},
  })

const built = (file: string): string => JSON.stringify(join(import.meta.dirname, '../../dist/src', file))

/** Another process with a bounded session, at work on a statement that takes for ever. */
async function withChild(
  address: Address,
  sql: string,
  work: (kill: () => void) => Promise<void>,
): Promise<void> {
  const program = `
    import { withPgSession } from ${built('postgres/pg-session.js')}
    import { boundSession } from ${built('postgres/bound-session.js')}
    import { readCapabilities } from ${built('postgres/capabilities.js')}
    const now = () => Number(process.hrtime.bigint())
    const options = { address: ${JSON.stringify(address)}, signal: new AbortController().signal, now }
    await withPgSession(options, async (session) => {
      await boundSession(session, await readCapabilities(session))
      await session.script(${JSON.stringify(sql)})
    })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await work(() => child.kill('SIGKILL'))
  } finally {
    child.kill('SIGKILL')
  }
}

const runsOf = async (session: Session): Promise<number> => {
  const rows = await session.query(
    `select from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and application_name = 'indexproof'`,
  )
  return rows.length
}

async function waitFor(isTrue: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  for (const endsAt = Date.now() + withinMs; Date.now() < endsAt; await delay(100))
    if (await isTrue()) return true
  return isTrue()
}

describe.skipIf(skipLocal)('a bounded session', () => {
  it.each([
    ['query', 'select pg_sleep(600)'],
    ['index build', 'create index t_slow on t (slow(id))'],
  ])('leaves no %s running five seconds after its client was killed', async (_, sql) => {
    await withLocalAddress((address) =>
      connected(address, async (session) => {
        await session.script(`
          create function slow(i int) returns int immutable language plpgsql
            as 'begin perform pg_sleep(0.05); return i; end';
          create table t as select i as id from generate_series(1, 100000) i`)
        await withChild(address, sql, async (kill) => {
          expect(await waitFor(async () => (await runsOf(session)) === 1, 20_000)).toBe(true)
          kill()
          expect(await waitFor(async () => (await runsOf(session)) === 0, 5000)).toBe(true)
        })
      }),
    )
  })

  it('is bounded without the check for its client, where the server has none', async () => {
    await withLocalAddress((address) =>
      connected(address, async (session) => {
        await boundSession(session, capabilitiesOf(13_00_00))
        const rows = await session.query(
          `select current_setting('lock_timeout') as lock, current_setting('client_connection_check_interval') as check`,
        )
        expect(rows).toEqual([{ lock: '5s', check: '0' }])
      }),
    )
  })

  it('names who holds a lock, where a migration or an arm cannot get it in time', async () => {
    await withLocalAddress((address) =>
      connected(address, (blocker) =>
        connected(address, async (session) => {
          await boundSession(session, await readCapabilities(session))
          await session.script(`set lock_timeout = '300ms'`)
          await session.script('create table t (id int); create index t_id on t (id)')
          await blocker.script(
            `set application_name = 'psql'; begin; lock table t in share row exclusive mode`,
          )
          const [row] = await blocker.query('select pg_backend_pid() as pid')
          const heldBy = new RegExp(
            String.raw`could not get its lock within 0\.3 s: held by pid ${row?.['pid']} \(psql, idle in transaction for \d+ s\)$`,
          )
          const refusals = [
            () => apply(session, 'create index t_id2 on t (id)'),
            () => apply(session, 'begin; create index t_id2 on t (id); commit'),
            () => visitArm({ session, entry: 'drop index t_id' }, query, anyRow, () => Promise.resolve()),
          ]
          for (const refused of refusals) {
            const error = await refused().catch((reason: unknown) => reason)
            expect(error).toBeInstanceOf(HarnessError)
            expect(error).toMatchObject({
              exitCode: 4,
              message: expect.stringMatching(heldBy),
              hint: 'End that session, or wait for it, and try again',
            })
            expect(await session.query('select 1 as one')).toEqual([{ one: '1' }])
          }
          await blocker.script('rollback')
        }),
      ),
    )
  })
})

const query = measuredQuery({ role: 'indexproof' })
const anyRow = { cohort: 'largest', tenant: null, hit: true, values: [] }
