// Hostile names through the real catalogue: an index is created, listed and dropped, and nothing else changes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dropStatement } from '../../src/migrate/toggle.js'
import { listIndexes, type IndexRow } from '../../src/postgres/catalog/indexes.js'
import { quoteIdentifier, quoteLiteral, quoteQualified } from '../../src/postgres/identifiers.js'
import type { Session } from '../../src/postgres/session.js'
import type { Server } from '../../src/server/server.js'
import { NO_NEEDS } from '../../src/server/preflight/needs.js'
import { withServer, type ServerOptions } from '../../src/server/with-server.js'
import { hostileText, keptName } from '../support/hostile-names.js'
import { skipLocal } from '../support/local-postgres.js'
import { TEST_CACHE } from '../support/run-scenario.js'

const NAMES = 400
const BATCH = 50

const CANARIES = `
create table canary (secret text primary key);
insert into canary values ('alive')`

/** Everything that a name which got out could have made, changed or dropped. */
const OBJECTS = `
select (select count(*) from pg_class) as relations, (select count(*) from pg_namespace) as schemas,
  (select count(*) from pg_attribute) as columns, (select count(*) from pg_roles) as roles,
  (select count(*) from pg_database) as databases, (select count(*) from pg_proc) as functions,
  (select string_agg(secret, ',' order by secret) from canary) as canary, current_user as me,
  (select rolcanlogin from pg_roles where rolname = $1) as canary_logs_in`

const SERVERS: Readonly<Record<Kind, ServerOptions>> = {
  embedded: { kind: 'embedded', cacheFolder: TEST_CACHE },
  local: { kind: 'local', binFolder: null, path: process.env['PATH'] ?? '' },
}
type Kind = 'embedded' | 'local'

const hasServer = (kind: Kind): boolean => kind !== 'local' || !skipLocal

describe.each<Kind>(['embedded', 'local'])('on the %s server, hostile names', (kind) => {
  const names = hostileNames(kind)
  const started = (work: (server: Server) => Promise<void>): Promise<void> =>
    withServer(
      SERVERS[kind],
      {
        runId: 'hostile-names',
        needs: NO_NEEDS,
        seeds: null,
        signal: new AbortController().signal,
        now: () => performance.now() * 1e6,
        note: () => {},
      },
      work,
    )

  it.runIf(hasServer(kind))('are created, listed and dropped, and a rollback leaves nothing', async () => {
    expect(names).toHaveLength(NAMES)
    await started(async ({ session, createRoles }) => {
      await session.script(CANARIES)
      const { canary } = await createRoles(['canary'])
      const before = await session.query(OBJECTS, [canary ?? ''])
      expect(before).toMatchObject([{ canary: 'alive', canary_logs_in: 'f' }])
      for (let i = 0; i < NAMES; i += BATCH) await goThroughCatalogue(session, names.slice(i, i + BATCH))
      expect(await session.query(OBJECTS, [canary ?? ''])).toEqual(before)
    })
  })

  it.runIf(hasServer(kind))('come back from literals unchanged', async () => {
    await started(async ({ session }) => {
      for (const standard of ['on', 'off']) {
        await session.script(`set standard_conforming_strings = ${standard}`)
        const columns = names.map((name, i) => `${quoteLiteral(name)} as n${i}`).join(', ')
        const [row] = await session.query(`select ${columns}`)
        expect(Object.values(row ?? {})).toEqual(names)
      }
    })
  })
})

/** As many different names, all of them as PostgreSQL keeps them. */
function hostileNames(kind: Kind): readonly string[] {
  const sampled = fc.sample(hostileText, { numRuns: NAMES * 3, seed: 20250601 })
  // A schema may not begin with pg_. PGlite's own decoder takes a byte order mark off the start of every value.
  const usable = sampled.filter(
    (name) =>
      keptName(name) === name &&
      !name.startsWith('pg_') &&
      !(kind === 'embedded' && name.startsWith('\uFEFF')),
  )
  return [...new Set(usable)].slice(0, NAMES)
}

async function goThroughCatalogue(session: Session, names: readonly string[]): Promise<void> {
  const others = await listIndexes(session)
  const ours = async (): Promise<readonly IndexRow[]> =>
    (await listIndexes(session)).filter(({ oid }) => !others.some((other) => other.oid === oid))
  await session.script('begin')
  for (const name of names) await createAll(session, name)
  const created = await ours()
  expect(created.map(({ schema, name }) => `${schema}\0${name}`).sort()).toEqual(
    names.map((name) => `${name}\0${indexNameFor(name)}`).sort(),
  )
  await session.script('savepoint created')
  await session.script(dropStatement(created))
  expect(await ours()).toEqual([])
  await session.script('rollback to savepoint created')
  expect(await ours()).toEqual(created)
  await session.script('rollback')
  expect(await listIndexes(session)).toEqual(others)
}

/** An index stands beside its table, under another name. */
const indexNameFor = (name: string): string => keptName(`"${name}`)

async function createAll(session: Session, name: string): Promise<void> {
  const [quoted, table] = [quoteIdentifier(name), quoteQualified(name, name)]
  await session.script(`create schema ${quoted}`)
  await session.script(`create table ${table} (${quoted} int)`)
  await session.script(`create index ${quoteIdentifier(indexNameFor(name))} on ${table} (${quoted})`)
}
