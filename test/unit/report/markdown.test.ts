import { describe, expect, test } from 'vitest'
import { summariseRun } from '../../../src/analyse/summarise-run.js'
import type { Result } from '../../../src/model/result.js'
import { renderMarkdown } from '../../../src/report/markdown.js'
import { makeEvidence } from '../../support/evidence.js'
import { makeAttribution } from '../../support/attribution.js'
import { GROUPED_EVIDENCE } from '../../support/group-claim.js'
import { makeQueryResult } from '../../support/query-result.js'
import { HOSTILE_NAME, HOSTILE_TITLE, makeResult } from '../../support/result.js'

const golden = (name: string): string => `${import.meta.dirname}/../../golden/${name}`
const result = makeResult()

/** Lines of the table under the verdict. */
const comparison = (markdown: string): string[] =>
  markdown
    .split('\n## ')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('|')) ?? []

describe('renderMarkdown', () => {
  test('looks as agreed, with every verdict and with names that try to break out', async () => {
    await expect(renderMarkdown(result)).toMatchFileSnapshot(golden('report.md'))
  })

  test('looks as agreed for a run that was analysed from its samples', async () => {
    const analysed = summariseRun(makeEvidence())
    await expect(renderMarkdown(analysed)).toMatchFileSnapshot(golden('analysed-report.md'))
  })

  test('looks as agreed for claims in milliseconds and on groups', async () => {
    const grouped = summariseRun(GROUPED_EVIDENCE)
    await expect(renderMarkdown(grouped)).toMatchFileSnapshot(golden('claims-report.md'))
  })

  test('lets no claim on a group break out', () => {
    const [group] = summariseRun(GROUPED_EVIDENCE).claims
    if (group === undefined) throw new Error('no claim on a group')
    const hostile = { ...group, name: HOSTILE_NAME, title: HOSTILE_TITLE, reason: HOSTILE_TITLE }
    const markdown = renderMarkdown({ ...result, claims: [hostile] })
    expect(markdown).not.toContain('<script>')
    expect(markdown).not.toMatch(/^# heading/m)
  })

  test('starts with title and verdict', () => {
    expect(renderMarkdown(result)).toMatch(/^# Indexes for a chat\n\n\*\*3 of 7 claims confirmed, /)
  })

  test('gives each query one row of six cells, whatever its name', () => {
    const rows = comparison(renderMarkdown(result))
    expect(rows).toHaveLength(2 + result.queries.length)
    for (const row of rows) expect(row.split('|')).toHaveLength(8)
  })

  test('has no HTML but its own, no link, and no password', () => {
    const outsideFences = renderMarkdown(result).replace(/^```[^]*?^```$/gm, '')
    const tags = new Set(outsideFences.replace(/`[^`\n]*`/g, '').match(/<[^>]*>/g))
    expect([...tags].sort()).toEqual([
      '</code>',
      '</details>',
      '</summary>',
      '<code>',
      '<details>',
      '<summary>',
    ])
    expect(outsideFences).not.toMatch(/(?<!\\)(?:\]\(|:\/\/)/)
    expect(renderMarkdown(result)).not.toContain('hunter2')
  })

  test('stays under 60 KB for fifteen queries with long statements and many cohorts', () => {
    const markdown = renderMarkdown(fifteenQueries(800))
    expect(Buffer.byteLength(markdown)).toBeLessThan(60_000)
    expect(markdown).not.toContain('too long for this page')
  })

  test('stays under 60 KB with 400 indexes, and counts those it does not show', () => {
    const names = Array.from({ length: 400 }, (_, i) => `messages_a_name_of_the_usual_length_${i}_idx`)
    const [index] = result.migration.indexes
    if (index === undefined) throw new Error('no index')
    const indexes = names.map((name, i) => ({ ...index, name, sizeBytes: 400 - i }))
    const unused = names.map((name) => ({
      code: 'index-unused',
      query: null,
      message: `No plan uses ${name}.`,
    }))
    const markdown = renderMarkdown({
      ...fifteenQueries(800),
      migration: { ...result.migration, indexes },
      attribution: makeAttribution(names),
      warnings: unused,
    })
    expect(Buffer.byteLength(markdown)).toBeLessThan(60_000)
    expect(markdown).toContain('340 more in result.json')
    expect(markdown).toContain('388 more in result.json')
    expect(markdown).toContain('And 340 unused, in result.json.')
  })

  test('names the files of plans that do not fit', () => {
    const markdown = renderMarkdown(fifteenQueries(100_000))
    expect(Buffer.byteLength(markdown)).toBeLessThan(60_000)
    expect(markdown).toContain('`query-14`: too long for this page, see `plans/q.before.json`')
  })

  test('has room for plans where it is too long for a comment without them', () => {
    const [query] = fifteenQueries(800).queries
    if (query === undefined) throw new Error('no query')
    const queries = Array.from({ length: 120 }, (_, at) => ({ ...query, name: `query-${at}` }))
    const markdown = renderMarkdown({ ...result, queries })
    expect(Buffer.byteLength(markdown)).toBeGreaterThan(60_000)
    expect(markdown).toContain('<details><summary>query-0: the plan changes</summary>')
  })

  test('adds up what planning takes', () => {
    expect(renderMarkdown(fifteenQueries(8))).toMatch(
      /^Planning these 15 queries once each: [\d.]+ ms → [\d.]+ ms, [\d.]+x as long with the migration\.$/m,
    )
  })

  test('says so when the migration left no index, or was not applied', () => {
    const migration = { ...result.migration, indexes: [] }
    expect(renderMarkdown({ ...result, migration })).toContain('leaves no index of its own')
    expect(renderMarkdown({ ...result, migration: { ...migration, applied: false } })).toContain(
      'was not applied',
    )
  })

  test('renders a run that measured nothing', () => {
    const markdown = renderMarkdown({
      ...result,
      queries: [],
      suite: { speedup: null, queries: 0 },
      warnings: [],
    })
    expect(markdown).toContain('**nothing was measured; no suite speed-up (too few rounds).**')
    expect(markdown).not.toMatch(/NaN|undefined|Infinity|\n\n\n/)
  })
})

function fifteenQueries(sqlLength: number): Result {
  const queries = Array.from({ length: 15 }, (_, at) => {
    const query = makeQueryResult(`query-${at}`, { sql: `SELECT '${'x'.repeat(sqlLength)}'` })
    const planDifferences = ['largest', 'median', 'tail'].flatMap((cohort) =>
      query.planDifferences.slice(0, 1).map((difference) => ({
        ...difference,
        cohort,
        before: { ...difference.before, tree: [...difference.before.tree, `  ${cohort}`] },
      })),
    )
    return { ...query, planDifferences }
  })
  return { ...result, queries }
}
