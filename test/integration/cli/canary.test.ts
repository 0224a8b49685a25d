import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '../../../src/model/address.js'
import { withPgSession } from '../../../src/postgres/pg-session.js'
import { findBinaries } from '../../../src/server/local/find-binaries.js'
import { withLocalCluster } from '../../../src/server/local/cluster.js'
import { runCommand } from '../../support/command-line.js'
import { skipLocal } from '../../support/local-postgres.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { tinyScenario } from '../../support/tiny-scenario.js'

/** With what has to be percent-encoded in a URL, quoted in SQL and escaped in JSON. */
const CANARY = `cänary-"7f3a'91 x\\`
const ENCODED = encodeURIComponent(CANARY).replaceAll("'", '%27')

/** Any part of it that is long enough to give it away. */
const TRACES = [CANARY, ENCODED, 'nary-', '7f3a', JSON.stringify(CANARY).slice(1, -1)]

let server: Address
let end: () => void = () => {}

beforeAll(async () => {
  if (skipLocal) return
  await new Promise<void>((ready, failed) => {
    const running = findBinaries({ folder: null, path: process.env['PATH'] ?? '' }).then((binaries) =>
      withLocalCluster(binaries, async ({ loopback }) => {
        server = loopback
        await withPgSession(
          {
            address: loopback,
            signal: new AbortController().signal,
            now: () => Number(process.hrtime.bigint()),
          },
          async (session) => {
            await session.script('create role canary login createdb createrole')
            const [row] = await session.query(
              `select format('alter role canary password %L', $1::text) as sql`,
              [CANARY],
            )
            await session.script(row?.['sql'] ?? '')
          },
        )
        ready()
        await new Promise<void>((resolve) => (end = resolve))
      }),
    )
    running.catch(failed)
  })
})
afterAll(() => end())

const url = (changes: { host?: string; port?: number; user?: string; database?: string } = {}): string => {
  const { host, port, user, database } = { ...server, user: 'canary', ...changes }
  return `postgres://${user}:${ENCODED}@${host}:${port}/${database}`
}

interface Place {
  readonly words: readonly string[]
  readonly variables: Readonly<Record<string, string>>
  readonly exitCode: number
}

const RUN = ['run', '--server', 'url', '--scale', '1000', '--budget', '1s', '--without', 'vector']

/** Where a password can be given, in runs that go well and in those that do not. */
const PLACES: readonly (readonly [string, () => Place])[] = [
  ['DATABASE_URL', () => ({ words: RUN, variables: { DATABASE_URL: url() }, exitCode: 0 })],
  ['--url', () => ({ words: [...RUN, '--url', url()], variables: {}, exitCode: 0 })],
  [
    'a variable that --url-env names',
    () => ({ words: [...RUN, '--url-env', 'U'], variables: { U: url() }, exitCode: 0 }),
  ],
  [
    'PGPASSWORD',
    () => ({
      words: RUN,
      variables: {
        PGHOST: server.host,
        PGPORT: String(server.port),
        PGUSER: 'canary',
        PGPASSWORD: CANARY,
        PGDATABASE: 'postgres',
      },
      exitCode: 0,
    }),
  ],
  [
    'the URL of a role that is not there',
    () => ({ words: RUN, variables: { DATABASE_URL: url({ user: 'nobody' }) }, exitCode: 3 }),
  ],
  [
    'the URL of a closed port',
    () => ({ words: RUN, variables: { DATABASE_URL: url({ port: 1 }) }, exitCode: 3 }),
  ],
  [
    'the URL of an unknown database',
    () => ({ words: RUN, variables: { DATABASE_URL: url({ database: 'none' }) }, exitCode: 3 }),
  ],
  [
    'the URL of a host that is refused',
    () => ({ words: RUN, variables: { DATABASE_URL: url({ host: 'db.example.com' }) }, exitCode: 5 }),
  ],
  [
    'a malformed URL',
    () => ({ words: RUN, variables: { DATABASE_URL: `host=x password=${CANARY}` }, exitCode: 2 }),
  ],
  [
    'a URL in place of the name of a variable',
    () => ({ words: [...RUN, '--url-env', url()], variables: {}, exitCode: 2 }),
  ],
  [
    'a URL for another server',
    () => ({ words: ['run', '--server', 'embedded', '--url', url()], variables: {}, exitCode: 2 }),
  ],
  [
    'the URL that doctor looks at',
    () => ({ words: ['doctor', '--server', 'url'], variables: { DATABASE_URL: url() }, exitCode: 0 }),
  ],
  [
    'the URL that clean looks at',
    () => ({ words: ['clean', '--server', 'url'], variables: { DATABASE_URL: url() }, exitCode: 0 }),
  ],
]

describe.skipIf(skipLocal)('a password', () => {
  it.each(PLACES)('in %s is written nowhere', async (_, place) => {
    const { words, variables, exitCode } = place()
    const folder = await temporaryFolder()
    const isRun = words[0] === 'run'
    const given = isRun ? ['run', await tinyScenario(), ...words.slice(1)] : words
    const ended = await runCommand(given, folder, { ...variables, INDEXPROOF_DEBUG: '1' })
    expect(ended.exitCode).toBe(exitCode)
    const written = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = written.filter((entry) => entry.isFile())
    expect(files.length > 0).toBe(isRun && exitCode === 0)
    const texts = await Promise.all(
      files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
    )
    for (const text of [ended.stdout, ended.stderr, ...texts]) {
      for (const trace of TRACES) expect(text).not.toContain(trace)
    }
  })
})
