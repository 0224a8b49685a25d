import { describe, expect, it } from 'vitest'
import { withPublishedDatabase } from '../../support/published-database.js'
import { runScenario } from '../../support/run-scenario.js'

const SCALE = '2000'

describe('the database of report-catalog', () => {
  it('has the 20 tables, 95 valid indexes and 20 foreign keys of the report', async () => {
    await withPublishedDatabase(
      'report-catalog',
      SCALE,
      async ({ session, migration, rows, one, checkAnswers }) => {
        expect(Object.keys(rows)).toHaveLength(20)
        const loaded: Record<string, number> = {}
        for (const table of Object.keys(rows))
          loaded[table] = Number(await one(`select count(*) from ${table}`))
        expect(loaded).toEqual(rows)
        expect(migration.indexes).toHaveLength(64)
        const indexes = await session.query(
          `select i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid
         where c.relnamespace = 'public'::regnamespace`,
        )
        expect(indexes).toHaveLength(95)
        expect(indexes.filter(({ valid }) => valid !== 't')).toEqual([])
        expect(await one(`select count(*) from pg_constraint where contype = 'f'`)).toBe('20')

        // Jobs belong to the organization of their customer.
        expect(
          await one(`select count(*) from ascora_jobs j join ascora_customers c on c.ascora_customer_id = j.customer_id
          where c.organization_id is distinct from j.organization_id`),
        ).toBe('0')

        const answers = await checkAnswers()
        const files = Object.keys(answers)
        expect(files).toHaveLength(11)
        const answer = [{ passed: expect.stringMatching(/^[tf]$/), detail: expect.any(String) }]
        expect(answers).toEqual(Object.fromEntries(files.map((file) => [file, answer])))
      },
    )
  })
})

describe('a run of report-catalog', () => {
  it('judges every statement of the report, whatever its queries have time for', async () => {
    const { result } = await runScenario('report-catalog', { scale: SCALE, budgetMs: 5000 })
    expect(result.queries).toHaveLength(22)
    expect(result.queries.filter(({ claim }) => claim !== null)).toHaveLength(5)
    expect(result.warnings.filter(({ code }) => code.startsWith('result'))).toEqual([])
    const { 'overall-cache-hit': cache, ...verdicts } = Object.fromEntries(
      result.checks.map(({ name, verdict }) => [name, verdict]),
    )
    expect(['confirmed', 'refuted']).toContain(cache)
    expect(verdicts).toEqual({
      structure: 'confirmed',
      'properly-configured': 'refuted',
      'no-unused-indexes': 'refuted',
      'no-missing-indexes': 'refuted',
      relationships: 'refuted',
      'pagination-index': 'refuted',
      'index-cache-hit': 'refuted',
      'pool-size': 'confirmed',
      'empty-size': 'refuted',
      'a-million-reports': 'refuted',
    })
  })
})
