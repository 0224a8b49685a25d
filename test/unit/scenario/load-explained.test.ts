import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadExplained, type QueryToExplain } from '../../../src/scenario/load-explained.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const loaded = async (files: Readonly<Record<string, string>>): Promise<readonly QueryToExplain[]> => {
  const folder = await temporaryFolder()
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
  return loadExplained(folder)
}

describe('loadExplained', () => {
  it('takes one statement of each file, with its parameters from beside it', async () => {
    const queries = await loaded({
      'b.sql': '-- by name\nselect * from users where name = $1 and age > $2;\n',
      'b.parameters.json': '[["Ann", 30], ["O\'Neil", null]]',
      'a.sql': 'delete from users where id = $1',
      'a.parameters.sql': 'select 7 as p1',
      'notes.txt': 'not sql',
    })
    expect(queries).toMatchObject([
      { name: 'a', writes: true, parameterCount: 1, parameters: { kind: 'query' } },
      {
        name: 'b',
        writes: false,
        parameters: {
          kind: 'rows',
          rows: [
            ['Ann', '30'],
            ["O'Neil", null],
          ],
        },
      },
    ])
  })

  it.each([
    ['a statement without a plan', { 'q.sql': 'vacuum' }, 2, /q\.sql:1:1: VACUUM has no plan/],
    ['two statements', { 'q.sql': 'select 1;\nselect 2' }, 2, /q\.sql:2:1: a second statement/],
    ['a mistake', { 'q.sql': 'select 1\n  frmo t where' }, 2, /q\.sql:2:\d+: /],
    ['what a scenario may not', { 'q.sql': "select pg_read_file('x')" }, 5, /q\.sql:1:8: pg_read_file\(\)/],
    ['SELECT INTO', { 'q.sql': 'select 1 into t' }, 2, /creates a table/],
    ['a gap in the parameters', { 'q.sql': 'select $2::int' }, 2, /not \$1/],
    [
      'values that are too few',
      { 'q.sql': 'select $1::int + $2::int', 'q.parameters.json': '[1]' },
      2,
      /q\.parameters\.json:1:1.*takes 2|takes 2.*q\.parameters\.json:1:1/s,
    ],
    [
      'a number that JSON cannot hold',
      { 'q.sql': 'select $1::bigint', 'q.parameters.json': '[9007199254740993]' },
      2,
      /too large/,
    ],
    [
      'broken JSON',
      { 'q.sql': 'select $1::int', 'q.parameters.json': '[1,\n {' },
      2,
      /q\.parameters\.json:2/,
    ],
    [
      'parameters of no query',
      { 'q.sql': 'select 1', 'r.parameters.json': '[1]' },
      2,
      /a query that is not there/,
    ],
    [
      'parameters of a query that takes none',
      { 'q.sql': 'select 1', 'q.parameters.json': '[1]' },
      2,
      /takes no parameters/,
    ],
    ['an empty folder', {}, 2, /has no \.sql file/],
  ])('refuses %s', async (_, files, exitCode, message) => {
    const error: unknown = await loaded(files).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ exitCode, message: expect.stringMatching(message) })
  })
})
