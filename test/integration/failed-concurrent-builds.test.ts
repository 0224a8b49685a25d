// Fifty CREATE INDEX CONCURRENTLY with something in the way: each ends with valid indexes, or with an error and no index.
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { HarnessError } from '../../src/model/errors.js'
import type { Address } from '../../src/model/address.js'
import type { MigrationFacts } from '../../src/model/facts.js'
import { applyMigration } from '../../src/migrate/apply-migration.js'
import { listIndexes, type IndexRow } from '../../src/postgres/catalog/indexes.js'
import { ConnectionLostError } from '../../src/postgres/connection-lost-error.js'
import { DatabaseError } from '../../src/postgres/database-error.js'
import { withPgSession } from '../../src/postgres/pg-session.js'
import type { Session } from '../../src/postgres/session.js'
import { parseStatements } from '../../src/postgres/sql/parse-statements.js'
import { skipLocal, withLocalAddress } from '../support/local-postgres.js'

const now = (): number => Number(process.hrtime.bigint())
const connected = <T>(address: Address, work: (session: Session) => Promise<T>): Promise<T> =>
  withPgSession({ address, signal: new AbortController().signal, now }, work)

/** A build takes 0.2 s at least, in two passes over forty rows. */
const TABLE = `
create function slow(i int) returns int immutable language plpgsql as 'begin perform pg_sleep(0.0025); return i; end';
create table t as select i as id, i % 10 as a from generate_series(1, 40) i;
create table other (id int)`
const LIMITS = `set lock_timeout = '250ms'; set deadlock_timeout = '50ms'`
const BUILD = 'create index concurrently t_slow on t (slow(id))'
const UNIQUE = 'create unique index concurrently if not exists t_a on t (a)'

interface Fault {
  readonly sql: string
  /** What `blocker` does while the migration runs on backend `pid`. */
  readonly meddle: (blocker: Session, pid: string, nth: number) => Promise<void>
}

/** Holds what the script takes, for a time that grows: from longer than one wait to longer than all of them. */
const holding =
  (script: string): Fault['meddle'] =>
  async (blocker, _, nth) => {
    await blocker.script(`begin isolation level repeatable read; ${script}`)
    await delay(200 + nth * 120)
    await blocker.script('commit')
  }

const FAULTS = {
  'a lock on the table': { sql: BUILD, meddle: holding('lock table t in share mode') },
  'a writer': { sql: BUILD, meddle: holding('insert into t values (0, 0)') },
  'an old snapshot': { sql: BUILD, meddle: holding('select from other') },
  'a deadlock': {
    sql: BUILD,
    meddle: async (blocker: Session) => {
      await blocker.script(`set deadlock_timeout = '1min'; begin; insert into t values (0, 0)`)
      await delay(100)
      await blocker.script('lock table t in share update exclusive mode')
      await blocker.script('commit')
    },
  },
  'a cancelled build': {
    sql: BUILD,
    meddle: async (blocker: Session, pid: string, nth: number) => {
      await delay(nth * 20)
      await blocker.query('select pg_cancel_backend($1::int)', [pid])
    },
  },
  'a terminated build': {
    sql: BUILD,
    meddle: async (blocker: Session, pid: string, nth: number) => {
      await delay(nth * 20)
      await blocker.query('select pg_terminate_backend($1::int)', [pid])
    },
  },
  'a duplicate': { sql: UNIQUE, meddle: () => Promise.resolve() },
} satisfies Readonly<Record<string, Fault>>

const NAMES = Object.keys(FAULTS) as (keyof typeof FAULTS)[]

/** Every fault in turn. */
const injections = (count: number): readonly (keyof typeof FAULTS)[] =>
  Array.from({ length: Math.ceil(count / NAMES.length) }, () => NAMES)
    .flat()
    .slice(0, count)

type Outcome = MigrationFacts | Error

/** Applies the migration while the blocker is at it. */
async function applyAmid(address: Address, { sql, meddle }: Fault, nth: number): Promise<Outcome> {
  return connected(address, (blocker) =>
    connected(address, async (session) => {
      await session.script(LIMITS)
      const [row] = await session.query('select pg_backend_pid() as pid')
      const statements = await parseStatements({ path: '001.sql', text: sql })
      const meddling = meddle(blocker, row?.['pid'] ?? '', nth)
      // The blocker begins first.
      await delay(20)
      const applied = await applyMigration(session, statements, 'transactions', {
        now,
        onProgress: () => {},
      }).catch((error: unknown) => error as Error)
      await meddling
      return applied
    }),
  )
}

/** What came of it, in a word; `silent` is what must not be. */
function judge(outcome: Outcome, indexes: readonly IndexRow[]): string {
  if (!(outcome instanceof Error)) {
    if (indexes.length !== 1 || indexes.some(({ valid, ready }) => !valid || !ready)) return 'silent'
    const notices = outcome.statements.flatMap((statement) => statement.notices)
    const isSecond = notices.some(({ message }) => message.startsWith('the first attempt failed'))
    return isSecond ? 'built by a second attempt' : 'built'
  }
  if (outcome instanceof ConnectionLostError) return 'connection lost'
  if (outcome.message.includes('Dropping the invalid index it left')) return 'failed, the index is told of'
  if (indexes.some(({ valid, ready }) => !valid || !ready)) return 'silent'
  // Just before or after the build, a cancel meets a query of our own.
  if (outcome instanceof DatabaseError) return 'failed around the build'
  return outcome instanceof HarnessError && indexes.length === 0 ? 'failed' : `bug: ${outcome.message}`
}

describe.skipIf(skipLocal)('CREATE INDEX CONCURRENTLY that fails', () => {
  it('is never silent, over fifty failures of seven kinds', async () => {
    const outcomes: Record<string, Record<string, number>> = {}
    await withLocalAddress((address) =>
      connected(address, async (inspector) => {
        await inspector.script(TABLE)
        for (const [i, name] of injections(50).entries()) {
          const nth = 1 + Math.floor(i / NAMES.length)
          const word = judge(await applyAmid(address, FAULTS[name], nth), await listIndexes(inspector))
          const tally = (outcomes[name] ??= {})
          tally[word] = (tally[word] ?? 0) + 1
          await inspector.script('drop index if exists t_slow, t_a; delete from t where id = 0')
        }
      }),
    )
    expect(outcomes['a duplicate']).toEqual({ failed: 7 })
    const words = new Set(Object.values(outcomes).flatMap(Object.keys))
    const wanted = ['built by a second attempt', 'failed', 'connection lost']
    expect([...words]).toEqual(expect.arrayContaining(wanted))
    const possible = new Set([...wanted, 'built', 'failed, the index is told of', 'failed around the build'])
    expect([...words].filter((word) => !possible.has(word))).toEqual([])
    // Now and then a busy machine lets the build finish before the fault comes.
    const unharmed = Object.values(outcomes).reduce((sum, tally) => sum + (tally['built'] ?? 0), 0)
    expect(unharmed).toBeLessThan(25)
  })
})
