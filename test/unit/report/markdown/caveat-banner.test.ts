import { describe, expect, test } from 'vitest'
import { caveatBanner } from '../../../../src/report/markdown/caveat-banner.js'
import { makeQueryResult } from '../../../support/query-result.js'
import { makeResult } from '../../../support/result.js'

const result = makeResult()

describe('caveatBanner', () => {
  test('is not there when there is nothing to say', () => {
    expect(caveatBanner(result)).toBe('')
  })

  test('repeats what the server says of itself, escaped', () => {
    const server = { ...result.server, kind: 'embedded' as const, caveats: ['one <process>'] }
    expect(caveatBanner({ ...result, server })).toBe('> [!IMPORTANT]\n> - one &lt;process&gt;')
  })

  test('says it of an embedded server that says nothing', () => {
    const server = { ...result.server, kind: 'embedded' as const }
    expect(caveatBanner({ ...result, server })).toContain('Believe ratios and plans, not milliseconds.')
  })

  test('says that the budget ended the run, and what that leaves open', () => {
    const run = { ...result.run, stoppedBy: 'budget' as const }
    const queries = [makeQueryResult('a', { verdict: 'inconclusive' })]
    expect(caveatBanner({ ...result, run, queries })).toContain(
      'the time budget ended measuring after 27 rounds. 1 verdict may settle with a larger budget.',
    )
  })

  test('says that the machine was too noisy for small effects, but not because of rounding', () => {
    const noisy = { ...result, policy: { ...result.policy, delta: 1.12 } }
    expect(caveatBanner(noisy)).toContain('spread over [0.98, 1.02]; effects under 1.12x count as no change')
    const rounded = { ...result, policy: { ...result.policy, delta: Math.exp(Math.log(1.05)) + 1e-15 } }
    expect(caveatBanner(rounded)).toBe('')
  })

  test('lists what a run without an extension left out, escaped', () => {
    const leftOut = {
      tables: ['embeddings'],
      queries: ['nearest', 'a|b'],
      writes: [],
      claims: ['all-searches'],
      checks: [],
      fails: [],
      statements: [{ file: 'scenarios/chat/migrations/001_indexes.sql', line: 3, sql: 'create index' }],
    }
    const scenario = { ...result.scenario, without: ['vector' as const], leftOut }
    expect(caveatBanner({ ...result, scenario })).toBe(
      '> [!IMPORTANT]\n> - **Not the whole scenario**, without vector: left out 1 table (`embeddings`); ' +
        '2 queries (`nearest`, <code>a&#124;b</code>); 1 claim (`all-searches`); 1 migration statement (`001_indexes.sql:3`).',
    )
  })

  test('says that nothing needed the extension a run was to do without', () => {
    const scenario = { ...result.scenario, without: ['vector' as const] }
    expect(caveatBanner({ ...result, scenario })).toContain(
      'without vector: nothing of the scenario needed it',
    )
  })

  test('says that an A/A run compares nothing', () => {
    const run = { ...result.run, arms: 'aa' as const }
    expect(caveatBanner({ ...result, run })).toContain('the migration is in neither arm')
  })
})
