// indexproof sweep vectors, as a user calls it.
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../support/command-line.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

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
    expect(stdout).toMatch(/report: results\/.+-sweep-vectors-embedded\/sweep\.md/)
    expect(await readdir(join(folder, 'results'))).toHaveLength(1)
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
