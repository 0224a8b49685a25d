import { describe, expect, it } from 'vitest'
import { leaveOut } from '../../../src/scenario/leave-out.js'
import { loadScenario } from '../../../src/scenario/load-scenario.js'
import { INBOX_FILES, withInboxScenario, type Changes } from '../../support/inbox-scenario.js'

const FILES: Changes = {
  'scenario.yaml': `${String(INBOX_FILES['scenario.yaml'])}writes:
  - name: mark-read
    title: Mark as read
  - name: embed
    title: A new embedding
    role: service
`,
  'writes/mark-read.sql': 'with a as (select 1) update messages set is_read = true where id = $1',
  'writes/mark-read.parameters.sql': 'select 1 as p1',
  'writes/embed.sql': 'insert into embeddings (id) values ($1)',
  'writes/embed.parameters.sql': 'select 1 as p1',
}

const load = (changes: Changes = {}): ReturnType<typeof loadScenario> =>
  withInboxScenario({ ...FILES, ...changes }, loadScenario)

describe('the writes of a scenario', () => {
  it('are read with what they write to', async () => {
    const { writes } = await load()
    expect(writes).toMatchObject([
      { name: 'mark-read', operation: 'update', schema: 'public', table: 'messages', role: 'app' },
      { name: 'embed', operation: 'insert', table: 'embeddings', role: 'service', parameterCount: 1 },
    ])
  })

  it('belong to its identity, and none are needed', async () => {
    const changed = await load({ 'writes/embed.parameters.sql': 'select 2 as p1' })
    expect(changed.hash).not.toBe((await load()).hash)
    expect((await withInboxScenario({}, loadScenario)).writes).toEqual([])
  })

  it('are left out with the tables they write to, and listed', async () => {
    const reduced = await leaveOut(await load(), ['vector'], ['embeddings'])
    expect(reduced.writes.map(({ name }) => name)).toEqual(['mark-read'])
    expect(reduced.leftOut.writes).toEqual(['embed'])
  })

  it.each([
    ['select $1::int', /writes\/mark-read\.sql:1:1: a write cannot be SELECT/, 2],
    ['update messages set is_read = true', /a write needs parameters/, 2],
    ['update messages set is_read = true where id = $2', /uses \$2 but not \$1/, 2],
    ['delete from messages where id = $1; select 1', /a second statement/, 2],
    ['delete from messages where id = $1 and pg_sleep(1) is null', /pg_sleep\(\) is not allowed/, 5],
    ['update pg_class set relname = $1', /pg_class is not allowed/, 5],
  ])('cannot be %s', async (sql, message, exitCode) => {
    await expect(load({ 'writes/mark-read.sql': sql })).rejects.toMatchObject({
      message: expect.stringMatching(message),
      exitCode,
    })
  })

  it('have both files and names of their own', async () => {
    await expect(load({ 'writes/embed.parameters.sql': null })).rejects.toThrow(
      /Write "embed" has no file .*writes\/embed\.parameters\.sql/,
    )
    const twice = String(FILES['scenario.yaml']).replace('name: embed', 'name: mark-read')
    await expect(load({ 'scenario.yaml': twice })).rejects.toThrow(/Write "mark-read" is there twice/)
  })
})
