// The scenarios of assistant-platform at a tiny scale: what the report counts is there, and nothing decides by accident.
import { describe, expect, it } from 'vitest'
import { loadNamedScenario } from '../../../src/experiment/named-scenarios.js'
import type { Result } from '../../../src/model/result.js'
import { runScenario } from '../../support/run-scenario.js'

/** As listed in the report. */
const INDEXES_OF_TABLE = {
  cost_events: 6,
  sessions: 6,
  budget_alerts: 5,
  meetings: 5,
  knowledge_documents: 4,
  messages: 4,
  users: 4,
  ai_personalities: 3,
  auth_sessions: 3,
  cost_summaries: 3,
  knowledge_chunks: 3,
  widgets: 3,
  accounts: 2,
  tenants: 2,
  verification_tokens: 2,
}

/** So few rounds decide little; whatever else voids a query is a fault of the scenario, but for what a search misses. */
const EXPECTED_VOIDS = ['too few rounds', 'A/A failed', 'recall too low']

const SHORT = { scale: '2000', budgetMs: 2000, leaveOneOut: 'off' } as const

describe('a run of assistant-platform', () => {
  it('has the 55 indexes of the report, the same answers in both arms, and the errors the report tells of', async () => {
    const { result } = await runScenario('assistant-platform', SHORT)
    const { indexes } = result.migration
    expect(indexes.every(({ name, valid }) => name.startsWith('idx_') && valid)).toBe(true)
    expect(countBy(indexes.map(({ table }) => table))).toEqual(INDEXES_OF_TABLE)

    expect(result.queries).toHaveLength(41)
    const states = result.queries.map(({ results }) => results.state)
    expect(new Set(states)).toEqual(new Set(['same', 'approximate']))
    expect(EXPECTED_VOIDS).toEqual(expect.arrayContaining(voidsOf(result)))
    // So few alerts of so few tenants: which of them are open is left to chance.
    const empty = result.queries.filter(({ results }) => results.hitRows === 0).map(({ name }) => name)
    expect(empty.filter((name) => name !== 'support-alerts')).toEqual([])
    expect(result.comparisons.filter(({ detail }) => detail === 'results differ')).toEqual([])

    const passed = result.checks.filter(({ verdict }) => verdict === 'confirmed').map(({ name }) => name)
    expect(passed).toEqual(expect.arrayContaining(['fifty-five-indexes', 'distribution', 'vector-index']))
    expect(result.checks.filter(({ verdict }) => verdict === 'void')).toEqual([])
    expect(result.fails).toHaveLength(7)
    expect(result.fails.filter(({ failure }) => failure?.sqlstate !== '42703')).toEqual([])
  })
})

describe('the vector index of assistant-platform', () => {
  it('created on an empty table gets a notice, and finds less than one that was built on the data', async () => {
    const { result } = await runScenario('assistant-platform-early', { ...SHORT, armKind: 'clones' })
    const notices = result.migration.statements.flatMap((statement) => statement.notices)
    expect(notices.map(({ message }) => message)).toContain('ivfflat index created with little data')
    const recalls = result.queries.flatMap(({ results }) => results.recalls)
    expect(mean(recalls.map(({ after }) => after))).toBeLessThan(mean(recalls.map(({ before }) => before)))
    expect(result.claims.find(({ name }) => name === 'no-impact-on-recall')?.members).toHaveLength(2)
  })

  it('created on a few rows is asked the same', async () => {
    const [empty, few] = await Promise.all(
      ['assistant-platform-early', 'assistant-platform-early-small'].map(loadNamedScenario),
    )
    expect(few?.claims).toEqual(empty?.claims)
    expect(few?.queries.map(({ sql }) => sql.text)).toEqual(empty?.queries.map(({ sql }) => sql.text))
  })

  it('can be rebuilt with as many lists as the rows call for', async () => {
    const { result } = await runScenario('assistant-platform-rebuild', { ...SHORT, armKind: 'clones' })
    expect(result.queries.map(({ results }) => results.state)).toEqual(Array(4).fill('approximate'))
    expect(EXPECTED_VOIDS).toEqual(expect.arrayContaining(voidsOf(result)))
  })
})

const voidsOf = ({ queries }: Result): (string | null)[] =>
  queries.filter(({ verdict }) => verdict === 'void').map(({ detail }) => detail)

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
