// indexproof sweep vectors, as a user calls it.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../support/command-line.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const FILES = ['sweep.md', 'sweep.svg', 'migration.sql', 'sweep.json']
const GRID = 'lists=10 probes=2,10 m=8 ef_construction=32 ef_search=40'

describe('indexproof sweep vectors', { timeout: 600_000 }, () => {
  it('ends with an answer, a migration and a report', async () => {
    const folder = await temporaryFolder()
    const size = ['--rows', '1000', '--dimensions', '16', '--queries', '20']
    const rest = ['--grid', GRID, '--budget', '30s', '--no-filters', '--no-life', '--no-progress']
    const { exitCode, stdout, stderr } = await runCommand(['sweep', 'vectors', ...size, ...rest], folder)
    expect(stderr).toBe('')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/At recall ≥ 0.9 /)
    expect(stdout).toMatch(/report: results\/.+-sweep-vectors-embedded-[0-9a-f]{4}\/sweep\.md/)
    expect(await readdir(join(folder, 'results'))).toHaveLength(1)
  })

  it('ends with exit code 1 where plans under filters do harm and that is to fail', async () => {
    const folder = await temporaryFolder()
    const size = ['--rows', '5000', '--dimensions', '64', '--queries', '40']
    const grid = ['--grid', 'm=8 ef_construction=64 ef_search=40', '--targets', '0.5']
    const rest = ['--budget', '60s', '--no-life', '--fail-on-harm', '--no-progress']
    const { exitCode, stderr } = await runCommand(['sweep', 'vectors', ...size, ...grid, ...rest], folder)
    expect(stderr).toMatch(/^--fail-on-harm: \d+ of \d+ plans under filters lose recall and save nothing$/m)
    expect(exitCode).toBe(1)
  })

  it('takes what a scenario searches, and reports again what it found', async () => {
    const folder = await temporaryFolder()
    const source = ['--scenario', 'chat', '--scale', '4000', '--rows', '900', '--queries', '20']
    const rest = ['--grid', GRID, '--budget', '30s', '--no-filters', '--no-life', '--no-progress']
    const swept = await runCommand(['sweep', 'vectors', ...source, ...rest], folder)
    expect(swept.stderr).toBe('')
    const [name = ''] = await readdir(join(folder, 'results'))
    const read = (file: string): Promise<string> => readFile(join(folder, 'results', name, file), 'utf8')
    const before = await Promise.all(FILES.map(read))
    expect(before[0]).toContain('900 of the 1000 of message_embeddings.embedding with their tenants')
    expect(before[0]).toContain('--scenario chat --scale 4000 --rows 900')

    await Promise.all(FILES.slice(0, -1).map((file) => writeFile(join(folder, 'results', name, file), '')))
    const reported = await runCommand(['report', name], folder)
    expect(reported).toEqual(swept)
    expect(await Promise.all(FILES.map(read))).toEqual(before)
  })

  it('tells a scenario without vectors, and a scale that is none, before a server starts', async () => {
    const folder = await temporaryFolder()
    const sweep = (...args: string[]) => runCommand(['sweep', 'vectors', ...args], folder)
    const none = await sweep('--scenario', 'tenant-auth')
    expect(none.exitCode).toBe(2)
    expect(none.stderr).toContain('tenant-auth has no vectors')
    const scale = await sweep('--scenario', 'chat', '--scale', 'smal')
    expect(scale.exitCode).toBe(2)
    expect(scale.stderr).toContain('Did you mean "small"?')
  })

  it('tells a file that is no vectors before a server starts', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'x.npy'), 'not vectors')
    const { exitCode, stderr } = await runCommand(['sweep', 'vectors', 'x.npy'], folder)
    expect(exitCode).toBe(2)
    expect(stderr).toContain('x.npy')
    expect(stderr).not.toContain('Starting')
  })

  it('refuses --url without a query or a server that takes it', async () => {
    const folder = await temporaryFolder()
    const { exitCode, stderr } = await runCommand(['sweep', 'vectors', '--url', 'postgres://h/d'], folder)
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--url is for --server url')
  })

  it('refuses a query that is no SELECT', async () => {
    const folder = await temporaryFolder()
    const args = ['sweep', 'vectors', '--query', 'delete from documents', '--url-env', 'SOME_URL']
    const { exitCode, stderr } = await runCommand(args, folder, { SOME_URL: 'postgres://localhost:1/none' })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--query takes a SELECT')
  })
})
