import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { resultSchema, type Result } from '../../../src/model/result.js'
import { renderVerdicts } from '../../../src/report/verdicts-page.js'
import { makeQueryResult, speedup } from '../../support/query-result.js'
import { makeResult } from '../../support/result.js'

const ROOT = new URL('../../../', import.meta.url)

function publishedResults(): Result[] {
  const folder = new URL('results/published/', ROOT)
  const runs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return runs.map(({ name }) =>
    resultSchema.parse(JSON.parse(readFileSync(new URL(`${name}/result.json`, folder), 'utf8'))),
  )
}

it('docs/verdicts.md is what the published runs say, and is not there before one is published', () => {
  const page = new URL('docs/verdicts.md', ROOT)
  const committed = existsSync(page) ? readFileSync(page, 'utf8') : null
  const published = publishedResults()
  expect(committed, 'docs/verdicts.md is out of date: run "npm run verdicts"').toBe(
    published.length === 0 ? null : renderVerdicts(published),
  )
})

describe('the page of verdicts', () => {
  const query = makeQueryResult('user-by-email', {
    says: 'User by email: 10-100x faster | always',
    claim: '10-100x',
    verdict: 'refuted',
    detail: 'smaller',
    speedup: speedup(3, 2.8, 3.2),
  })
  const quiet = makeQueryResult('quiet', {})
  const check = {
    name: 'used',
    title: 'Every index is used',
    says: 'No Unused Indexes',
    when: 'after' as const,
    sql: 'SELECT',
    verdict: 'void' as const,
    reason: 'no answer',
    before: null,
    after: null,
  }
  const result = makeResult({ queries: [query, quiet], checks: [check] })
  const other = makeResult({
    queries: [query],
    server: { ...result.server, kind: 'docker' },
  })

  it('has a row for each published statement and a column for each run', () => {
    const page = renderVerdicts([result, other])
    expect(page).toContain('| “User by email: 10-100x faster &#124; always” | user by email: 10-100x |')
    expect(page).toContain(
      '**✗ refuted (smaller)**: 3x \\[2.8, 3.2\\] | **✗ refuted (smaller)**: 3x \\[2.8, 3.2\\] |',
    )
    expect(page).toContain('not in this run | **! void**: no answer')
    expect(page).toContain('`SELECT 1` takes')
    expect(page).not.toContain('quiet')
    expect(page.match(/^## /gm)).toHaveLength(1)
  })

  it('tells of a latency how much the server spent itself', () => {
    const latencyMs = { ...speedup(0.3, 0.2, 0.4), aboveFloorMs: null, executionMs: 0.05 }
    const says = 'Execution time: <0.1ms'
    const quick = makeQueryResult('quick', { says, claim: 'under 0.1ms', latencyMs })
    const page = renderVerdicts([makeResult({ queries: [quick] })])
    expect(page).toContain('0.3 ms \\[0.2 ms, 0.4 ms\\] (inside the server 0.05 ms)')
  })

  it('is the same in whatever order the runs are read', () => {
    expect(renderVerdicts([other, result])).toBe(renderVerdicts([result, other]))
  })
})
