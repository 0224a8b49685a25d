import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportRun } from '../../src/experiment/report-run.js'
import type { RunOptions, RunOutcome } from '../../src/experiment/run.js'
import { resultSchema, type QueryResult, type Result } from '../../src/model/result.js'
import { runScenario } from '../support/run-scenario.js'
import { tinyScenarioFile, tinyScenario } from '../support/tiny-scenario.js'
import { temporaryFolder } from '../support/temporary-folder.js'

const query = (result: Result, name: string): QueryResult => {
  const found = result.queries.find((candidate) => candidate.name === name)
  if (found === undefined) throw new Error(`no query ${name}`)
  return found
}

const withClaim = (claim: string): Record<string, string> => ({
  'scenario.yaml': tinyScenarioFile('scenario.yaml').replace("'>=2x'", `'${claim}'`),
})

describe('a run of the scenario chat', () => {
  it('leaves a whole result, from which the report can be made again byte for byte', async () => {
    const { result, folder } = await runScenario('chat', { scale: '3000', budgetMs: 15_000 })
    const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8')

    const written = resultSchema.parse(JSON.parse(await read('result.json')))
    expect(written).toEqual(result)
    expect(written.migration.indexes).toHaveLength(12)
    expect(
      written.migration.indexes.every(
        ({ valid, sizeBytes, buildMs }) => valid && sizeBytes > 0 && buildMs !== null,
      ),
    ).toBe(true)
    expect(new Set(written.migration.indexes.map(({ method }) => method))).toEqual(
      new Set(['btree', 'gin', 'ivfflat']),
    )
    expect(written.server).toMatchObject({ kind: 'embedded', pgvector: '0.8.7' })
    expect(written.dataset).toMatchObject({
      seed: 7,
      scale: '3000',
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(written.dataset.rows['messages']).toBe(3000)

    for (const { name, plans, arms, speedup } of written.queries) {
      expect(JSON.parse(await read(plans.before))).toMatchObject({ query: name, arm: 'before' })
      expect(JSON.parse(await read(plans.after))).toMatchObject({ query: name, arm: 'after' })
      expect(arms.before.samples).toBeGreaterThan(0)
      expect(speedup?.estimate).toBeGreaterThan(0)
    }
    expect(query(written, 'nearest-all').results.state).toBe('approximate')
    expect(query(written, 'nearest-all').indexesUsed).toContain('message_embeddings_embedding_idx')
    expect(query(written, 'delete-conversation').results.state).toBe('same')
    expect(query(written, 'timeline-keyset').arms.before.indexes).not.toContain(
      'messages_tenant_timeline_idx',
    )
    expect(query(written, 'timeline-keyset').arms.after.indexes).toContain('messages_tenant_timeline_idx')

    const [json, markdown] = [await read('result.json'), await read('report.md')]
    await rm(join(folder, 'result.json'))
    await writeFile(join(folder, 'report.md'), 'changed')
    await reportRun(folder)
    expect(await read('result.json')).toBe(json)
    expect(await read('report.md')).toBe(markdown)
  })

  it('seeds the same bytes for the same seed, and others for another', async () => {
    const scenario = await tinyScenario()
    const checksum = async (seed: number): Promise<string> => {
      const { result } = await runScenario(scenario, { seed, scale: '1000', budgetMs: 1 })
      return result.dataset.checksum
    }
    const first = await checksum(7)
    expect(await checksum(7)).toBe(first)
    expect(await checksum(8)).not.toBe(first)
  })
})

/** Nothing but verdicts: no index is left out. */
const verdictsOf = (scenario: string, changes: Partial<RunOptions> = {}): Promise<RunOutcome> =>
  runScenario(scenario, { leaveOneOut: 'off', ...changes })

describe('verdicts on real samples', () => {
  it('confirm a claim that holds, and leave a query alone that the migration does not touch', async () => {
    // Of another table: one index more on its own takes a lookup some microseconds of planning, which is a regression if seen.
    const scenario = await tinyScenario({
      'queries/by-id.sql': 'SELECT id, name FROM users WHERE id = $1\n',
      'queries/by-id.parameters.sql': `SELECT cohort, tenant, true AS hit, (SELECT min(id) FROM users WHERE tenant_id = tenant) AS p1
FROM cohort_tenants ORDER BY cohort, tenant
`,
    })
    const { result } = await verdictsOf(scenario, { budgetMs: 60_000 })
    expect(query(result, 'timeline')).toMatchObject({
      verdict: 'confirmed',
      indexesUsed: ['messages_timeline_idx'],
    })
    expect(['unchanged', 'inconclusive', 'unexplained']).toContain(query(result, 'by-id').verdict)
    expect(result.run.stoppedBy).not.toBe('budget')
  })

  it('are the same again with the same seed', async () => {
    const scenario = await tinyScenario()
    const verdict = async (): Promise<string> =>
      query((await verdictsOf(scenario)).result, 'timeline').verdict
    expect(await verdict()).toBe(await verdict())
  })

  it('refute a claim that was planted too high', async () => {
    const { result } = await verdictsOf(await tinyScenario(withClaim('5000-9000x')))
    expect(query(result, 'timeline')).toMatchObject({ verdict: 'refuted', detail: 'smaller' })
  })

  it('exceed a claim that was planted too low', async () => {
    const { result } = await verdictsOf(await tinyScenario(withClaim('1.1-1.2x')))
    expect(query(result, 'timeline').verdict).toBe('exceeded')
  })

  it('find nothing faster, slower or confirmed when neither arm has the migration', async () => {
    const { result } = await runScenario(await tinyScenario(), { arms: 'aa' })
    expect(result.migration).toMatchObject({ applied: false, indexes: [] })
    for (const { verdict } of result.queries) {
      expect(['refuted', 'inconclusive', 'unchanged', 'unexplained', 'void']).toContain(verdict)
    }
    for (const { speedup } of result.queries) {
      expect(speedup?.low).toBeLessThan(result.policy.delta)
      expect(speedup?.high).toBeGreaterThan(1 / result.policy.delta)
    }
  })
})

describe('a run that fails', () => {
  it('leaves nothing in the folder of results', async () => {
    const scenario = await tinyScenario({
      'queries/timeline.sql': 'SELECT id,\n  nothing_like_it FROM messages LIMIT 20\n',
    })
    const outFolder = await temporaryFolder()
    await expect(runScenario(scenario, { outFolder, scale: '1000' })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/queries\/timeline\.sql:2:3: column "nothing_like_it" does not exist/),
      frame: expect.stringContaining('nothing_like_it'),
    })
    expect(await readdir(outFolder)).toEqual([])
  })
})
