import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { loadInterrupted, requireUntouched } from '../../../src/experiment/folder/interrupted.js'
import type { EvidenceLine, Sample } from '../../../src/model/evidence.js'
import { resultSchema, type Result } from '../../../src/model/result.js'
import { runCommand, startCommand, type Running } from '../../support/command-line.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { tinyScenario } from '../../support/tiny-scenario.js'

const start = (scenario: string, folder: string): Running =>
  startCommand(
    ['run', scenario, '--fresh', '--scale', '1000', '--budget', '60s', '--price-budget', '1s'],
    folder,
  )

const onlyRun = async (folder: string): Promise<string> => {
  const all = await readdir(join(folder, 'results')).catch(() => [])
  // On its way to its place it has a hidden name.
  const names = all.filter((name) => !name.startsWith('.'))
  return names.length === 1 ? join(folder, 'results', names[0] ?? '') : ''
}

/** Resolves with the folder of the run when it has this many finished rounds. */
async function roundsKept(folder: string, rounds: number): Promise<string> {
  for (;;) {
    const run = await onlyRun(folder)
    const text = run === '' ? '' : await readFile(join(run, 'samples.ndjson'), 'utf8').catch(() => '')
    if (text.split('"type":"round"').length > rounds) return run
    await delay(20)
  }
}

const linesOf = async (run: string): Promise<EvidenceLine[]> =>
  (await readFile(join(run, 'samples.ndjson'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as EvidenceLine)

const resultOf = async (run: string): Promise<Result> =>
  resultSchema.parse(JSON.parse(await readFile(join(run, 'result.json'), 'utf8')))

/** Each round of a query has its four visits once, whoever measured it. */
function expectWholeRounds(lines: readonly EvidenceLine[]): void {
  const samples = lines.filter((line): line is Sample => line.type === 'sample')
  const visits = new Map<string, number[]>()
  let former = ''
  for (const { query, pair, round, visit } of samples) {
    const key = `${query}/${pair}/${round}`
    const seen = visits.get(key) ?? []
    if (`${key}/${visit}` !== former) visits.set(key, [...seen, visit])
    former = `${key}/${visit}`
  }
  expect(visits.size).toBeGreaterThan(0)
  for (const seen of visits.values()) expect(seen).toEqual([0, 1, 2, 3])
}

describe('a run that is interrupted', () => {
  it('keeps its finished rounds with their report, and goes on to the same end when it is resumed', async () => {
    const folder = await temporaryFolder()
    const scenario = await tinyScenario()
    const running = start(scenario, folder)
    const run = await roundsKept(folder, 2)
    running.child.kill('SIGINT')
    const interrupted = await running.finished
    expect(interrupted.exitCode).toBe(130)
    expect(interrupted.stderr).toContain('Interrupted by SIGINT')
    expect(interrupted.stderr).toMatch(/indexproof run --resume \S*results\/\S+/)
    const partial = await resultOf(run)
    expect(partial.run).toMatchObject({
      stoppedBy: 'interrupted',
      reason: 'Interrupted by SIGINT',
      resumed: 0,
    })
    expect(await readFile(join(run, 'report.md'), 'utf8')).toContain('Interrupted run')
    expectWholeRounds(await linesOf(run))

    const resumed = await runCommand(['run', '--resume', run], folder)
    expect(resumed.stderr).not.toContain('error')
    expect(resumed.exitCode).toBe(0)
    const whole = await resultOf(run)
    expect(whole.run).toMatchObject({ id: partial.run.id, resumed: 1, reason: null })
    expect(whole.run.stoppedBy).not.toBe('interrupted')
    expect(whole.run.rounds).toBeGreaterThan(partial.run.rounds)
    expect(whole.run.measuringMs).toBeGreaterThan(partial.run.measuringMs)
    const lines = await linesOf(run)
    expectWholeRounds(lines)
    expect(lines.filter(({ type }) => type === 'footer')).toHaveLength(1)
    expect((await readdir(run)).filter((name) => name.startsWith('.'))).toEqual([])

    const again = await runCommand(['run', '--resume', run], folder)
    expect(again.exitCode).toBe(2)
    expect(again.stderr).toContain('is finished')
  })

  it('by kill -9 keeps its finished rounds: the report can be made, and the run resumed', async () => {
    const folder = await temporaryFolder()
    const running = start(await tinyScenario(), folder)
    const run = await roundsKept(folder, 3)
    running.child.kill('SIGKILL')
    await running.finished
    expect(await readdir(run)).not.toContain('result.json')

    const reported = await runCommand(['report', run, '--json'], folder)
    expect(resultSchema.parse(JSON.parse(reported.stdout)).run).toMatchObject({
      stoppedBy: 'interrupted',
      reason: 'the run was killed',
    })
    const samples = join(run, 'samples.ndjson')
    const text = await readFile(samples, 'utf8')
    // Read when the last round was not there yet: somebody else went on with it.
    await writeFile(samples, text.slice(0, text.lastIndexOf('{"type":"round"')))
    const loaded = await loadInterrupted(run)
    await requireUntouched(loaded)
    await writeFile(samples, text)
    await expect(requireUntouched(loaded)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('Another process has gone on'),
    })
    // Killed in the middle of a line, too.
    await writeFile(samples, `${text}{"type":"sample","round":99,"query":"x`)
    const resumed = await runCommand(['run', '--resume', run], folder)
    expect(resumed.exitCode).toBe(0)
    expectWholeRounds(await linesOf(run))
    expect((await resultOf(run)).run).toMatchObject({ resumed: 1 })
  })

  it('is not resumed when the scenario changed, nor with other options', async () => {
    const folder = await temporaryFolder()
    const scenario = await tinyScenario()
    const running = start(scenario, folder)
    const run = await roundsKept(folder, 1)
    running.child.kill('SIGTERM')
    expect((await running.finished).exitCode).toBe(143)
    const samples = await readFile(join(run, 'samples.ndjson'), 'utf8')

    const options = await runCommand(['run', '--resume', run, '--seed', '2'], folder)
    expect(options.exitCode).toBe(2)
    expect(options.stderr).toContain('--seed cannot be given')

    const definition = join(scenario, 'scenario.yaml')
    await writeFile(definition, `${await readFile(definition, 'utf8')}# changed\n`)
    const changed = await runCommand(['run', '--resume', run], folder)
    expect(changed.exitCode).toBe(2)
    expect(changed.stderr).toContain('scenario.hash was')
    expect(await readFile(join(run, 'samples.ndjson'), 'utf8')).toBe(samples)
  })

  it('before its first round leaves nothing', async () => {
    const folder = await temporaryFolder()
    const running = start(await tinyScenario(), folder)
    await running.said('Seeding')
    running.child.kill('SIGINT')
    expect((await running.finished).exitCode).toBe(130)
    expect(await readdir(join(folder, 'results'))).toEqual([])
  })
})
