import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resultSchema } from '../../../src/model/result.js'
import { runCommand, startCommand } from '../../support/command-line.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { tinyScenario, tinyScenarioFile } from '../../support/tiny-scenario.js'

const QUICK = ['--scale', '1000', '--budget', '10s', '--price-budget', '1s']

describe('indexproof', () => {
  it('shows its commands and exit codes with --help, and its version with --version', async () => {
    const folder = await temporaryFolder()
    const help = await runCommand(['--help'], folder)
    expect(help.exitCode).toBe(0)
    for (const word of ['run', 'list', 'report', 'Exit codes']) expect(help.stdout).toContain(word)
    expect(help.stderr).toBe('')
    const manifest = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
    expect((await runCommand(['--version'], folder)).stdout).toBe(`${manifest.version}\n`)
  })

  it('lists its scenarios', async () => {
    const { stdout, exitCode } = await runCommand(['list'], await temporaryFolder())
    expect(stdout).toMatch(/^chat +\S/m)
    expect(stdout).toMatch(/^hosting-billing +\S/m)
    expect(exitCode).toBe(0)
  })
})

describe('indexproof run', () => {
  it('prints the table and where the report is; talk goes to standard error', async () => {
    const folder = await temporaryFolder()
    const { exitCode, stdout, stderr } = await runCommand(
      ['run', await tinyScenario(), ...QUICK, '--fresh'],
      folder,
    )
    expect(stdout).toContain('Latest messages of a tenant')
    expect(stdout).toContain('WebAssembly')
    const report = /^report: (.*)$/m.exec(stdout)?.[1] ?? ''
    expect(await readFile(join(folder, report), 'utf8')).toContain('Latest messages of a tenant')
    expect(stderr).toContain('Seeding chat')
    expect(exitCode).toBe(0)
  })

  it('prints the result alone with --json, the same as report --json makes of its samples', async () => {
    const folder = await temporaryFolder()
    const { stdout } = await runCommand(
      ['run', await tinyScenario(), ...QUICK, '--json', '--no-progress'],
      folder,
    )
    const result = resultSchema.parse(JSON.parse(stdout))
    const again = await runCommand(['report', result.run.id, '--json'], folder)
    expect(again).toEqual({ exitCode: 0, stdout, stderr: '' })
    expect(await readFile(join(folder, 'results', result.run.id, 'result.json'), 'utf8')).toBe(stdout)
  })

  it('exits with 1 when a claim is refuted', async () => {
    const scenario = await tinyScenario({
      'scenario.yaml': tinyScenarioFile('scenario.yaml').replace('>=2x', '>=5000x'),
    })
    const { exitCode, stdout } = await runCommand(
      ['run', scenario, ...QUICK, '--no-progress'],
      await temporaryFolder(),
    )
    expect(stdout).toContain('refuted')
    expect(exitCode).toBe(1)
  })

  it('exits with 0 when an A/A run finds nothing', async () => {
    const args = ['run', await tinyScenario(), ...QUICK, '--arms', 'aa', '--no-progress']
    const { exitCode, stdout } = await runCommand(args, await temporaryFolder())
    expect(stdout).toContain('A/A run: 0 of 1 claim confirmed')
    expect(stdout).not.toMatch(/[✓▲] |regression/)
    expect(exitCode).toBe(0)
  })
})

describe('Ctrl-C', () => {
  it.each([
    ['Starting the embedded server', 'SIGINT', 130],
    ['Seeding chat', 'SIGINT', 130],
    ['Applying the migration', 'SIGTERM', 143],
    ['Checking results and plans', 'SIGINT', 130],
    ['Measuring', 'SIGINT', 130],
  ] as const)('while %s (%s): one message, exit %d, nothing left', async (phase, signal, exitCode) => {
    const folder = await temporaryFolder()
    const running = startCommand(['run', '--scale', '3000', '--fresh'], folder)
    await running.said(phase)
    running.child.kill(signal)
    const finished = await running.finished
    expect(finished.stderr).toContain(`Interrupted by ${signal}\n`)
    expect(finished.stderr).toContain('No round was finished: nothing is kept')
    expect(finished.stderr).not.toMatch(/^\s+at /m)
    expect(finished).toMatchObject({ exitCode, stdout: '' })
    expect(await readdir(join(folder, 'results'))).toEqual([])
  })

  it('cannot be told to a run that was killed before its first round, which leaves nothing all the same', async () => {
    const folder = await temporaryFolder()
    const running = startCommand(['run', '--scale', '3000', '--fresh'], folder)
    await running.said('Checking')
    running.child.kill('SIGKILL')
    await running.finished
    expect(await readdir(join(folder, 'results'))).toEqual([])
  })
})
