import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Address } from '../../../src/model/address.js'
import { resultSchema } from '../../../src/model/result.js'
import { withPgSession } from '../../../src/postgres/pg-session.js'
import type { Session } from '../../../src/postgres/session.js'
import { findBinaries } from '../../../src/server/local/find-binaries.js'
import { withLocalCluster } from '../../../src/server/local/cluster.js'
import { newToken, scratchName } from '../../../src/server/scratch/names.js'
import { runCommand, startCommand } from '../../support/command-line.js'
import { inventory } from '../../support/inventory.js'
import { skipLocal } from '../../support/local-postgres.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { tinyScenario } from '../../support/tiny-scenario.js'

const now = (): number => Number(process.hrtime.bigint())
const signal = new AbortController().signal
const as = <T>(address: Address, work: (session: Session) => Promise<T>): Promise<T> =>
  withPgSession({ address, signal, now }, work)

/** A server of the user: its address by loopback, and as a URL. */
const withUsersServer = async (work: (address: Address, url: string) => Promise<void>): Promise<void> =>
  withLocalCluster(await findBinaries({ folder: null, path: process.env['PATH'] ?? '' }), ({ loopback }) =>
    work(loopback, urlOf(loopback)),
  )

const urlOf = ({ host, port, user, password, database }: Address): string =>
  `postgres://${user}:${password ?? ''}@${host}:${port}/${database}`

const QUICK = ['--scale', '1000', '--budget', '3s', '--price-budget', '1s', '--without', 'vector']

describe.skipIf(skipLocal)('indexproof on a server of the user', () => {
  it('runs beside the named database, writes no password anywhere, and leaves nothing', async () => {
    await withUsersServer(async (address, url) => {
      const folder = await temporaryFolder()
      const before = await inventory(address)
      const scenario = await tinyScenario()
      const ended = await runCommand(['run', scenario, '--server', 'url', ...QUICK], folder, {
        DATABASE_URL: url,
      })
      expect(ended.exitCode).toBe(0)
      expect(await inventory(address)).toEqual(before)
      const [run = ''] = await readdir(join(folder, 'results'))
      const result = await readFile(join(folder, 'results', run, 'result.json'), 'utf8')
      expect(resultSchema.parse(JSON.parse(result)).server).toMatchObject({ kind: 'url', image: null })
      const report = await readFile(join(folder, 'results', run, 'report.md'), 'utf8')
      const samples = await readFile(join(folder, 'results', run, 'samples.ndjson'), 'utf8')
      const password = address.password ?? 'missing'
      for (const text of [result, report, samples, ended.stdout, ended.stderr]) {
        expect(text).not.toContain(password)
      }
    })
  })

  it('warns of a password in --url, and does not repeat it in the result', async () => {
    await withUsersServer(async (address, url) => {
      const folder = await temporaryFolder()
      const words = ['run', await tinyScenario(), '--server', 'url', '--url', url, '--json', ...QUICK]
      const ended = await runCommand(words, folder)
      expect(ended.exitCode).toBe(0)
      expect(ended.stderr).toContain('visible in the process list')
      expect(resultSchema.parse(JSON.parse(ended.stdout)).run.command).toContain('--url …')
      expect(`${ended.stdout}${ended.stderr}`).not.toContain(address.password ?? 'missing')
    })
  })

  it('stops within ten seconds of Ctrl-C, with nothing left', async () => {
    await withUsersServer(async (address, url) => {
      const folder = await temporaryFolder()
      const before = await inventory(address)
      const running = startCommand(
        ['run', await tinyScenario(), '--server', 'url', '--scale', '200k', '--without', 'vector'],
        folder,
        { DATABASE_URL: url },
      )
      await running.said('Seeding')
      const startedAt = Date.now()
      running.child.kill('SIGINT')
      expect((await running.finished).exitCode).toBe(130)
      expect(Date.now() - startedAt).toBeLessThan(10_000)
      expect(await inventory(address)).toEqual(before)
    })
  })

  it('is cleaned of what a killed run left by clean, and of nothing else', async () => {
    await withUsersServer(async (address, url) => {
      const folder = await temporaryFolder()
      const before = await inventory(address)
      const running = startCommand(['run', await tinyScenario(), '--server', 'url', ...QUICK], folder, {
        DATABASE_URL: url,
      })
      await running.said('Seeding')
      running.child.kill('SIGKILL')
      await running.finished
      const left = (await inventory(address)).filter((name) => !before.includes(name))
      expect(left.some((name) => /^database indexproof_[0-9a-f]{8}_1$/.test(name))).toBe(true)
      const decoy = scratchName(newToken(), '1')
      await as(address, (session) => session.script(`create database ${decoy}`))

      const listed = await runCommand(['clean', '--server', 'url', '--url-env', 'U', '--dry-run'], folder, {
        U: url,
      })
      expect(listed.exitCode).toBe(0)
      for (const name of left) expect(listed.stdout).toContain(name)
      expect(listed.stdout).not.toContain(decoy)
      expect((await inventory(address)).length).toBe(before.length + left.length + 1)

      const cleaned = await runCommand(['clean', '--server', 'url', '--url-env', 'U'], folder, { U: url })
      expect(cleaned.exitCode).toBe(0)
      expect(await inventory(address)).toEqual([...before, `database ${decoy}`].sort())
      const again = await runCommand(['clean', '--server', 'url', '--url-env', 'U'], folder, { U: url })
      expect(again.stdout).toContain('Nothing was left behind')
    })
  })
})

describe.skipIf(skipLocal)('a run on a server of the user', () => {
  it('that loses its lease stops, saying so, and leaves nothing', async () => {
    await withUsersServer(async (address, url) => {
      const folder = await temporaryFolder()
      const before = await inventory(address)
      const words = ['run', await tinyScenario(), '--server', 'url', '--scale', '2000', '--without', 'vector']
      const running = startCommand(words, folder, { DATABASE_URL: url })
      await running.said('Measuring')
      await as(address, (session) =>
        session.query(
          `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()`,
        ),
      )
      const ended = await running.finished
      expect(ended.stderr).toContain('lost its hold on the server')
      expect(ended.exitCode).toBe(4)
      expect(await inventory(address)).toEqual(before)
    })
  })

  it('is not resumed on another server', async () => {
    await withUsersServer(async (address, url) => {
      const folder = await temporaryFolder()
      const words = ['run', await tinyScenario(), '--server', 'url', ...QUICK, '--budget', '20s']
      const running = startCommand(words, folder, { DATABASE_URL: url })
      await running.said('Measuring')
      for (;;) {
        const [run = ''] = await readdir(join(folder, 'results'))
        const samples = await readFile(join(folder, 'results', run, 'samples.ndjson'), 'utf8').catch(() => '')
        if (samples.includes('"type":"round"')) break
        await delay(20)
      }
      running.child.kill('SIGINT')
      expect((await running.finished).exitCode).toBe(130)
      const [run = ''] = await readdir(join(folder, 'results'))
      await withUsersServer(async (_, otherUrl) => {
        const resumed = await runCommand(['run', '--resume', run], folder, { DATABASE_URL: otherUrl })
        expect(resumed.exitCode).toBe(2)
        expect(resumed.stderr).toContain('server.cluster was')
      })
      expect((await runCommand(['run', '--resume', run], folder, { DATABASE_URL: url })).exitCode).toBe(0)
      expect((await inventory(address)).filter((name) => /^(database|role) indexproof_/.test(name))).toEqual(
        [],
      )
    })
  })
})

describe.skipIf(skipLocal)('the preflight of a server of the user', () => {
  it.each([
    ['no right to create databases', 'createrole', '', 3, 'CREATEDB'],
    ['no right to create roles', 'createdb', '', 3, 'CREATEROLE'],
    ['neither right', '', '', 3, 'CREATEDB'],
    ['both rights and no superuser', 'createdb createrole', '', 0, ''],
    [
      'a limit of connections below what a run needs',
      'createdb createrole',
      'connection limit 1',
      3,
      'CONNECTION LIMIT',
    ],
    ['both rights but no inheritance', 'createdb createrole noinherit', '', 3, 'INHERIT'],
    ['a superuser', 'superuser', '', 0, ''],
  ])('of an account with %s', async (_, rights, limit, exitCode, hint) => {
    await withUsersServer(async (address) => {
      const folder = await temporaryFolder()
      await as(address, (session) =>
        session.script(`create role tester login password 'correct-horse' ${rights} ${limit}`),
      )
      const before = await inventory(address)
      const url = urlOf({ ...address, user: 'tester', password: 'correct-horse' })
      const ended = await runCommand(['run', await tinyScenario(), '--server', 'url', ...QUICK], folder, {
        DATABASE_URL: url,
      })
      expect(ended.stderr).toContain(hint)
      expect(ended.exitCode).toBe(exitCode)
      expect(await inventory(address)).toEqual(before)
    })
  })

  it('does not let what a site has set for all change a run or its answers', async () => {
    await withUsersServer(async (address, url) => {
      await as(address, (session) =>
        session.script(`
          alter role all set search_path = nowhere;
          alter role all set row_security = off;
          alter role all set statement_timeout = '20ms';
          alter role all set random_page_cost = 1.5`),
      )
      const folder = await temporaryFolder()
      const words = ['run', await tinyScenario(), '--server', 'url', '--json', ...QUICK, '--clones']
      const ended = await runCommand(words, folder, { DATABASE_URL: url })
      expect(ended.exitCode).toBe(0)
      const { server } = resultSchema.parse(JSON.parse(ended.stdout))
      expect(server.settings).toMatchObject({ random_page_cost: '1.5' })
      expect(server.cluster).toMatch(/^\d+$/)
    })
  })

  it('refuses a host that is not this machine, a marked database and a busy server, before anything is made', async () => {
    const folder = await temporaryFolder()
    const scenario = await tinyScenario()
    const refused = await runCommand(['run', scenario, '--server', 'url', ...QUICK], folder, {
      DATABASE_URL: 'postgres://u:hunter2secret@db.example.com/app',
    })
    expect(refused.exitCode).toBe(5)
    expect(refused.stderr).toContain('--allow-host db.example.com')
    await withUsersServer(async (address) => {
      await as(address, (session) => session.script('create database shop_production'))
      const url = urlOf({ ...address, database: 'shop_production' })
      const run = (...words: string[]): ReturnType<typeof runCommand> =>
        runCommand(['run', scenario, '--server', 'url', ...QUICK, ...words], folder, { DATABASE_URL: url })
      const marked = await run()
      expect(marked.exitCode).toBe(5)
      expect(marked.stderr).toContain('--allow-production shop_production')
      expect((await run('--allow-production', 'shop_production')).exitCode).toBe(0)
    })
  })
})

describe.skipIf(skipLocal)('indexproof doctor', () => {
  it('says of a server of the user what a run would find', async () => {
    await withUsersServer(async (address) => {
      await as(address, (session) =>
        session.script(`create role tester login password 'correct-horse' createdb`),
      )
      const url = urlOf({ ...address, user: 'tester', password: 'correct-horse' })
      const folder = await temporaryFolder()
      const told = await runCommand(['doctor', '--server', 'url'], folder, { DATABASE_URL: url })
      expect(told.exitCode).toBe(3)
      expect(told.stdout).toContain('url: not ready')
      expect(told.stdout).toMatch(/✓ may create databases +CREATEDB/)
      expect(told.stdout).toMatch(
        /✗ may create roles +role "tester" may not\n +→ .*ALTER ROLE "tester" CREATEROLE/,
      )
      const asJson = await runCommand(['doctor', '--server', 'url', '--json'], folder, { DATABASE_URL: url })
      expect(JSON.parse(asJson.stdout)).toMatchObject([{ kind: 'url', checks: expect.any(Array) }])
    })
  })

  it('looks at every kind of server, and is content when one is ready', async () => {
    const told = await runCommand(['doctor'], await temporaryFolder(), {
      DATABASE_URL: 'postgres://u@127.0.0.1:1/none',
    })
    expect(told.exitCode).toBe(0)
    expect(told.stdout).toContain('embedded: ready')
    for (const kind of ['local:', 'docker:', 'url: not ready']) expect(told.stdout).toContain(kind)
    expect(told.stdout).toContain('u@127.0.0.1:1/none')
  })
})
