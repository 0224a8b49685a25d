import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../support/command-line.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { tinyScenario, tinyScenarioFile } from '../../support/tiny-scenario.js'

const yaml = tinyScenarioFile('scenario.yaml')

/** Runs with this command line in an empty folder, which must stay empty. */
async function refused(args: readonly string[]): Promise<{ exitCode: number | null; stderr: string }> {
  const folder = await temporaryFolder()
  const { exitCode, stdout, stderr } = await runCommand(args, folder)
  expect(stdout).toBe('')
  expect(await readdir(folder)).toEqual([])
  return { exitCode, stderr }
}

describe('bad words on the command line', () => {
  it.each([
    [['run', 'caht'], 'Unknown scenario "caht". Did you mean "chat"?'],
    [['run', './nowhere'], 'No scenario at ./nowhere'],
    [['run', '--scale', 'huge'], 'huge'],
    [['run', '--scale', '-5'], '-5'],
    [['run', '--seed', '1.5'], '--seed "1.5": expected a whole number'],
    [['run', '--budget', '45'], '--budget "45": expected a duration above zero, such as 500ms, 45s or 5m'],
    [['run', '--budget', '0s'], '--budget "0s": expected a duration above zero'],
    [['run', '--server', 'mainframe'], 'mainframe'],
    [['run', '--without', 'postgis'], "argument 'postgis' is invalid. Allowed choices are vector."],
    [['run', '--sacle', 'small'], "unknown option '--sacle'"],
    [['run', 'chat', 'chat', '--json'], '--json prints one result, but 2 scenarios were named'],
    [
      ['run', '--url', 'postgres://me:hunter2@db/app'],
      '--url is for --server url, and this is --server embedded',
    ],
    [
      ['run', '--server', 'docker', '--bin', '/x'],
      '--bin is for --server local, and this is --server docker',
    ],
    [
      ['run', '--server', 'docker', '--image', 'Bad Image'],
      '--image "Bad Image": expected the name of an image',
    ],
    [['run', '--server', 'url', '--url', 'mysql://a/b'], 'postgres://user@host:port/database'],
    [['report'], "missing required argument 'run'"],
    [['report', 'no-such-run'], 'No run "no-such-run"'],
  ])('%j: one clear message, exit 2, no stack', async (args, message) => {
    const { exitCode, stderr } = await refused(args)
    expect(stderr).toContain(message)
    expect(stderr).toMatch(/^error: /)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(exitCode).toBe(2)
  })
})

describe('a bad scenario', () => {
  it.each<[string, Record<string, string | null>, RegExp]>([
    [
      'an unknown key',
      { 'scenario.yaml': yaml.replace('queries:', 'quieres:') },
      /Unknown key "quieres" at \S*scenario\.yaml:4:1.*Did you mean "queries"\?/,
    ],
    [
      'a bad claim',
      { 'scenario.yaml': yaml.replace('>=2x', 'much faster') },
      /"much faster" is not a claim: expected "10-100x".* at \S*scenario\.yaml:7:12/,
    ],
    [
      'a syntax error',
      { 'queries/timeline.sql': 'SELECT id FROM messages\nWERE id = 1\n' },
      /queries\/timeline\.sql:2:\d+: syntax error at or near "/,
    ],
    [
      'a psql meta-command',
      { 'migrations/001_timeline.sql': '\\i other.sql\n' },
      /migrations\/001_timeline\.sql:1:1/,
    ],
    ['a migration without an index', { 'migrations/001_timeline.sql': 'ANALYZE messages;\n' }, /index/],
    ['a missing query file', { 'queries/by-id.sql': null }, /queries\/by-id\.sql/],
    [
      'an unknown dataset',
      { 'scenario.yaml': yaml.replace('dataset: chat', 'dataset: caht') },
      /Unknown dataset "caht"[\s\S]*Did you mean "chat"\?/,
    ],
  ])('with %s: the place, and exit 2', async (_, changes, message) => {
    const { exitCode, stderr } = await refused(['run', await tinyScenario(changes)])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(exitCode).toBe(2)
  })

  it('that would take over the server is refused: the place, why, and exit 5', async () => {
    const sql = "SELECT id FROM messages\nWHERE body = pg_read_file('/etc/passwd')\n"
    const { exitCode, stderr } = await refused(['run', await tinyScenario({ 'queries/timeline.sql': sql })])
    expect(stderr).toMatch(/timeline\.sql:2:14: pg_read_file\(\) is not allowed in a scenario: it /)
    expect(stderr).toMatch(/\n +> 2 \| WHERE body = pg_read_file.*\n +\| {14}\^\nhint: /)
    expect(exitCode).toBe(5)
  })

  it('shows the line with a caret', async () => {
    const scenario = await tinyScenario({
      'queries/timeline.sql': 'SELECT id FROM messages\nWHERE é😀 IN LIMIT 1\n',
    })
    const { stderr } = await refused(['run', scenario])
    expect(stderr).toMatch(/2 \| WHERE é😀 IN LIMIT 1\n +\| {14}\^/)
  })
})

describe('trouble that only the server sees', () => {
  const small = ['--scale', '500', '--budget', '1s', '--no-progress', '--out', 'results']
  const run = async (changes: Record<string, string>) => {
    const folder = await temporaryFolder()
    const finished = await runCommand(['run', await tinyScenario(changes), ...small], folder)
    const left = await readdir(join(folder, 'results')).catch(() => [])
    return { ...finished, left }
  }

  it('a migration on a column that is not there points at the column', async () => {
    const { exitCode, stderr, left } = await run({
      'migrations/001_timeline.sql': '-- é 😀\nCREATE INDEX i ON messages (tenant_id, creatd_at);\n',
    })
    expect(stderr).toMatch(/001_timeline\.sql:2:\d+: column "creatd_at" does not exist/)
    expect({ exitCode, left }).toEqual({ exitCode: 2, left: [] })
  })

  it('a parameters query with the wrong columns says which', async () => {
    const { exitCode, stderr, left } = await run({
      'queries/by-id.parameters.sql': 'SELECT 1 AS cohort, NULL AS tenant, true AS hit\n',
    })
    expect(stderr).toContain('misses p1: query "by-id" takes 1 parameter')
    expect({ exitCode, left }).toEqual({ exitCode: 2, left: [] })
  })

  it('a parameters query that draws nothing says so', async () => {
    const { exitCode, stderr } = await run({
      'queries/by-id.parameters.sql':
        'SELECT 1 AS cohort, NULL AS tenant, true AS hit, 1 AS p1 WHERE false\n',
    })
    expect(stderr).toContain('drew no parameter rows for query "by-id"')
    expect(exitCode).toBe(2)
  })

  it('an index on rows that are not unique fails the run before anything is measured', async () => {
    const { exitCode, stderr, left } = await run({
      'migrations/001_timeline.sql': 'CREATE UNIQUE INDEX i ON messages (tenant_id);\n',
    })
    expect(stderr).toContain('could not create unique index')
    expect({ exitCode, left }).toEqual({ exitCode: 2, left: [] })
  })
})

describe('an output folder that cannot be written', () => {
  it('is told before the server starts', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), 'not a folder')
    const { exitCode, stderr } = await runCommand(['run', '--out', 'file/results'], folder)
    expect(stderr).toContain('The output folder "file/results" cannot be written')
    expect(stderr).toContain('--out')
    expect(exitCode).toBe(2)
  })

  // Root may write anywhere, whatever the mode says.
  it.skipIf(process.getuid?.() === 0)('also when only its mode forbids it', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'results'))
    await chmod(join(folder, 'results'), 0o500)
    expect((await runCommand(['run'], folder)).exitCode).toBe(2)
  })
})

describe('a folder that is not a run', () => {
  it.each([
    ['empty', {}, 'is not the folder of a run'],
    ['with samples of something else', { 'samples.ndjson': '{"hello": 1}\n' }, 'samples.ndjson:1'],
    ['with samples that are no JSON', { 'samples.ndjson': 'hello\n' }, 'samples.ndjson:1 is not JSON'],
    [
      'of a newer version',
      { 'samples.ndjson': '{"type": "header", "evidenceVersion": 99}\n' },
      'evidenceVersion 99',
    ],
  ])('%s: exit 2', async (_, files, message) => {
    const folder = await temporaryFolder()
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
    const { exitCode, stderr } = await runCommand(['report', '.'], folder)
    expect(stderr).toContain(message)
    expect(exitCode).toBe(2)
  })
})
