import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportRun } from '../../src/experiment/report-run.js'
import { runScenario } from '../support/run-scenario.js'
import { tinyScenario, tinyScenarioFile } from '../support/tiny-scenario.js'

const CLAIMS = `claims:
  - name: one-faster
    title: The index helps somewhere
    claim: '>=2x'
    queries: [timeline, by-id]
    quantifier: at least one
  - name: all-faster
    title: The index helps everywhere
    claim: '>=2x'
    queries: [timeline, by-id]
    quantifier: every
  - name: no-cost
    title: Nothing gets a second slower
    claim: overhead under 1s
    queries: [timeline, by-id]
    quantifier: every
`

describe('claims in milliseconds and on groups, on real samples', () => {
  it('are judged, and again from the samples alone, byte for byte', async () => {
    const yaml = `${tinyScenarioFile('scenario.yaml').replace("'>=2x'", 'under 5s')}${CLAIMS}`
    const { result, folder } = await runScenario(await tinyScenario({ 'scenario.yaml': yaml }))
    const timeline = result.queries.find(({ name }) => name === 'timeline')
    expect(timeline).toMatchObject({ claim: 'under 5s', verdict: 'confirmed' })
    expect(timeline?.latencyMs?.executionMs).toBeGreaterThan(0)
    expect(timeline?.gapMs?.low).toBeGreaterThan(0)
    expect(result.claims.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['one-faster', 'confirmed'],
      ['all-faster', 'refuted'],
      ['no-cost', 'confirmed'],
    ])
    expect(result.claims[1]?.reason).toMatch(/^1 of 2 members confirmed; by-id is refuted: between /)

    const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8')
    const [json, markdown] = [await read('result.json'), await read('report.md')]
    expect(markdown).toContain('## Claims on groups')
    await reportRun(folder)
    expect(await read('result.json')).toBe(json)
    expect(await read('report.md')).toBe(markdown)
  })
})
