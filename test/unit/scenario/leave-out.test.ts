import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/model/scenario.js'
import { leaveOut } from '../../../src/scenario/leave-out.js'
import { loadScenario } from '../../../src/scenario/load-scenario.js'
import { INBOX_FILES, withInboxScenario, type Changes } from '../../support/inbox-scenario.js'

const load = (changes: Changes = {}): Promise<Scenario> => withInboxScenario(changes, loadScenario)
const reduce = async (changes: Changes = {}, tables: readonly string[] = ['embeddings']): Promise<Scenario> =>
  leaveOut(await load(changes), ['vector'], tables)

const leftOutOf = async (sql: string): Promise<string[]> =>
  (
    await reduce({ 'migrations/001_recent.sql': `create index recent on messages (id);\n${sql}` })
  ).leftOut.statements
    .map(({ line, sql: written }) => `${line} ${written}`)
    .filter((statement) => !statement.includes('create index nearest'))

describe('leaving out an extension', () => {
  it('changes nothing where there is none to leave out', async () => {
    const scenario = await load()
    expect(await leaveOut(scenario, [], [])).toBe(scenario)
    expect(scenario).toMatchObject({
      without: [],
      leftOut: { tables: [], queries: [], writes: [], claims: [], statements: [] },
    })
  })

  it('takes what names the tables, and lists it', async () => {
    const scenario = await reduce()
    expect(scenario.queries.map(({ name }) => name)).toEqual(['recent-messages', 'add-message'])
    expect(scenario.placeholders).toEqual({})
    expect(scenario).toMatchObject({
      without: ['vector'],
      leftOut: {
        tables: ['embeddings'],
        queries: ['similar-messages'],
        statements: [
          {
            file: expect.stringMatching(/002_nearest\.sql$/),
            line: 1,
            sql: 'create index nearest on embeddings using ivfflat (e vector_cosine_ops) with (lists = ${lists})',
          },
        ],
      },
    })
  })

  it('keeps the identity of the scenario: the files are the same', async () => {
    expect((await reduce()).hash).toBe((await load()).hash)
  })

  it('keeps the places of what stays, whatever stood before it', async () => {
    const sql = `-- 日本 🐘 \${lists}\ncreate index a /* 🐘 */ on embeddings (id); create index recent on messages (id);\n`
    const { migrations } = await reduce({ 'migrations/001_recent.sql': sql })
    const [before] = sql.split('create index recent')
    const [after, rest] = (migrations[0]?.text ?? '').split('create index recent')
    expect(rest).toBe(' on messages (id);\n')
    expect([...(after ?? '')].length).toBe([...(before ?? '')].length)
    expect(after).toMatch(/^-- 日本 🐘 {9}\n *; $/)
  })

  it.each([
    ['analyze public.embeddings', true],
    ['analyze', false],
    ['analyze messages', false],
    ['create index other on embeddings (id); comment on index other is $$x$$; drop index other', true],
    ["comment on table embeddings is 'x'", true],
    ["comment on column public.embeddings.e is 'x'", true],
    ["comment on column messages.embeddings is 'x'", false],
    ["comment on constraint embeddings on messages is 'x'", false],
    ["comment on index recent is 'embeddings'", false],
    ['create index cast_idx on messages using hnsw ((body::vector(3)) vector_l2_ops)', true],
    ['set hnsw.ef_search = 10', true],
    ['set work_mem = ${lists}', true],
    ['set maintenance_work_mem = 10000', false],
    ['begin; commit', false],
  ])('of %j, leaves out everything: %s', async (sql, goes) => {
    const expected = goes ? sql.split('; ').map((statement) => `2 ${statement}`) : []
    expect(await leftOutOf(sql)).toEqual(expected)
  })

  it('knows the indexes of a left-out table in later files', async () => {
    const { leftOut } = await reduce({ 'migrations/003_more.sql': "comment on index nearest is 'x'" })
    expect(leftOut.statements.map(({ sql }) => sql)).toContain("comment on index nearest is 'x'")
  })

  it.each([
    [
      'analyze messages, embeddings',
      /002_more\.sql:1:1: ANALYZE names embeddings, which is left out, and messages/,
    ],
    [
      'create index a on messages (id); create index b on embeddings (id); drop index a, b',
      /002_more\.sql:1:69: DROP INDEX names b, which is left out, and a, which stays/,
    ],
  ])('refuses what cannot be parted: %s', async (sql, message) => {
    await expect(reduce({ 'migrations/002_more.sql': sql })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(message),
      hint: 'Write a statement for each of them',
    })
  })

  it.each([
    [
      'queries/recent-messages.sql',
      'select 1 from messages where id in (select id from embeddings where id = $1)',
    ],
    ['queries/recent-messages.sql', 'with e as (select * from public.embeddings) select * from e'],
    ['queries/recent-messages.sql', "select $1, $2, '[1]'::vector"],
    ['queries/recent-messages.sql', 'select $1, $2, ${probes}'],
    ['queries/recent-messages.parameters.sql', 'select 1, 1, true, id, 2 from embeddings'],
  ])('of a query, %s counts: %s', async (file, sql) => {
    expect((await reduce({ [file]: sql })).leftOut.queries).toEqual(['recent-messages', 'similar-messages'])
  })

  it('counts the settings of a query too', async () => {
    const yaml = INBOX_FILES['scenario.yaml']?.replace(
      'claim: unchanged',
      'claim: unchanged\n    settings: { hnsw.ef_search: 100 }',
    )
    const { leftOut } = await reduce({ 'scenario.yaml': yaml ?? '' })
    expect(leftOut.queries).toEqual(['similar-messages', 'add-message'])
  })

  it('leaves out a claim of which a member goes: on the others alone nothing was claimed', async () => {
    const group = (name: string, queries: string): string =>
      `  - { name: ${name}, title: t, claim: '>=2x', queries: [${queries}], quantifier: every }\n`
    const claims = `claims:\n${group('both', 'recent-messages, similar-messages')}${group('one', 'recent-messages')}`
    const scenario = await reduce({ 'scenario.yaml': `${INBOX_FILES['scenario.yaml']}${claims}` })
    expect(scenario.claims.map(({ name }) => name)).toEqual(['one'])
    expect(scenario.leftOut.claims).toEqual(['both'])
  })

  it('refuses to run nothing', async () => {
    await expect(reduce({}, ['embeddings', 'messages'])).rejects.toMatchObject({
      exitCode: 2,
      message: 'Without vector, no query of scenario "inbox" is left',
    })
    await expect(reduce({ 'migrations/001_recent.sql': 'analyze messages' })).rejects.toMatchObject({
      exitCode: 2,
      message: 'Without vector, no CREATE INDEX of scenario "inbox" is left',
    })
  })
})
