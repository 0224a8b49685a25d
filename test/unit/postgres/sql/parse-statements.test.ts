import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HarnessError } from '../../../../src/model/errors.js'
import { parseStatements } from '../../../../src/postgres/sql/parse-statements.js'

const parse = (text: string) => parseStatements({ path: 'a.sql', text })

async function problemOf(text: string): Promise<HarnessError> {
  const outcome = await parse(text).catch((error: unknown) => error)
  if (outcome instanceof HarnessError) return outcome
  throw new Error('expected a HarnessError', { cause: outcome })
}

describe('parseStatements', () => {
  it('gives each statement its text without semicolon and comments around it', async () => {
    const statements = await parse('-- one\nselect 1 /* in */ + 1 -- tail\n;\n\n/* two */ select 2 -- end')
    expect(statements.map(({ sql }) => sql)).toEqual(['select 1 /* in */ + 1', 'select 2'])
  })

  it('places a statement at its first token, past emoji and comments', async () => {
    const [first, second] = await parse("-- 😀\nselect '😀'; /* é😀 */ create index on t (a)")
    expect(first).toMatchObject({ kind: 'SelectStmt', line: 2, column: 1, offset: 5 })
    expect(second).toMatchObject({ kind: 'IndexStmt', line: 2, column: 22, offset: 26 })
  })

  it('is not misled by semicolons in strings, dollar quotes and function bodies', async () => {
    const texts = [
      "select ';'",
      'select $a$ ; $a$',
      'create function f() returns int language sql begin atomic select 1; select 2; end',
    ]
    expect((await parse(texts.join(';\n'))).map(({ sql }) => sql)).toEqual(texts)
  })

  it('reads a byte order mark and CRLF', async () => {
    const [first, second] = await parse('\uFEFFselect 1;\r\nselect\r\n2;\r\n')
    expect(first).toMatchObject({ sql: 'select 1', line: 1, column: 1 })
    expect(second).toMatchObject({ sql: 'select\r\n2', line: 2, column: 1 })
  })

  it.each(['', ' \n', '-- only a comment', ';;', '/* a */ ;'])('finds nothing in %j', async (text) => {
    expect(await parse(text)).toEqual([])
  })

  it('keeps the text of statements that were joined', async () => {
    const literal = fc.array(
      fc.constantFrom('a', 'é', '😀', ';', "''", '--', '/*', '\\', '$$', '\n', '\u0001', ' '),
    )
    const statement = literal.map((parts) => `select '${parts.join('')}'`)
    const gap = fc.constantFrom(';', ' ; ', ';\r\n', ';-- c ; 😀\n', '; /* ; é */ ')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(statement, gap)), async (pairs) => {
        const text = pairs.flat().join('')
        const statements = await parse(text)
        expect(statements.map(({ sql }) => sql)).toEqual(pairs.map(([sql]) => sql))
        for (const { sql, offset } of statements) {
          const found = Array.from(text).slice(offset, offset + Array.from(sql).length)
          expect(found.join('')).toBe(sql)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a text that PostgreSQL does not understand', () => {
  it('is told with file, line, column in code points, and a frame', async () => {
    const problem = await problemOf("select 1;\nselect '😀😀' from from t")
    expect(problem.message).toBe('a.sql:2:18: syntax error at or near "from"')
    expect(problem.frame).toBe("  1 | select 1;\n> 2 | select '😀😀' from from t\n    |                    ^")
    expect(problem.exitCode).toBe(2)
  })

  it('is placed after the text where that ends too early', async () => {
    expect((await problemOf('select 1 where')).message).toBe('a.sql:1:15: syntax error at end of input')
  })

  it.each([
    ["select 'abc", 'a.sql:1:8: unterminated quoted string'],
    ['select $$abc', 'a.sql:1:8: unterminated dollar-quoted string'],
    ['select 1; /* abc', 'a.sql:1:11: unterminated /* comment'],
  ])('%j is told where it opens', async (text, message) => {
    expect((await problemOf(text)).message).toContain(message)
  })

  it('does not repeat the rest of the file in its message', async () => {
    expect((await problemOf(`select '${'x'.repeat(5000)}`)).message.length).toBeLessThan(100)
  })

  it('survives 20,000 nested parentheses', async () => {
    expect((await problemOf(`select ${'('.repeat(20_000)}1`)).message).toContain('memory exhausted')
  })

  it('refuses a NUL character before the parser would stop at it', async () => {
    expect((await problemOf('select 1;\nselect \0 2')).message).toBe(
      'a.sql:2:8: a NUL character is not SQL text',
    )
  })

  it.each([
    ['with a mark', '\uFFFD\uFFFDs\0e\0'],
    ['without one', 's\0e\0l\0'],
  ])('names UTF-16 %s', async (_, text) => {
    const problem = await problemOf(text)
    expect(problem.message).toContain('a.sql is UTF-16')
    expect(problem.hint).toContain('UTF-8')
  })
})

describe('what only psql understands', () => {
  it.each([
    ['select 1;\n\\i other.sql', 'a.sql:2:1: "\\i" is a command of psql', 'Copy the statements'],
    ["\\c other\nselect 'it''s'", 'a.sql:1:1: "\\c"', 'database is chosen on the command line'],
    ["\\copy t from 'x.csv'", 'a.sql:1:1: "\\copy"', 'dataset'],
    ['select 1 \\gset', 'a.sql:1:10: "\\gset"', 'semicolon'],
    ['\\timing on', 'a.sql:1:1: "\\timing"', 'server itself'],
    ['select * from t where id = :id', 'a.sql:1:28: ":id" is a variable of psql', '$1'],
    ["select :'name'", 'a.sql:1:8: ":\'name\'" is a variable', '$1'],
    ['select * from :"table"', 'a.sql:1:15: ":"table"" is a variable', '$1'],
  ])('%j is told with what to write instead', async (text, message, hint) => {
    const problem = await problemOf(text)
    expect(problem.message).toContain(message)
    expect(problem.hint).toContain(hint)
  })

  it.each([
    'select 1::int, a[1:2], a[:2], x::text[] from t',
    "select ':name', $$ :name $$, E'\\\\i' -- :name \\i",
    "select json_object('a': 1)",
  ])('is not found in %j', async (text) => {
    expect(await parse(text)).toHaveLength(1)
  })

  it.each([
    'select 1;\ncopy t from stdin;',
    'select 1;\nCOPY t (a, b) FROM stdin;\n1\ttwo\n\\.\n',
    "select 1;\ncopy t from stdin with (format csv);\n1,it's\n\\.\nselect 2;",
  ])('%j points at the COPY', async (text) => {
    const problem = await problemOf(text)
    expect(problem.message).toMatch(/^a\.sql:2:1: COPY … FROM stdin/)
    expect(problem.hint).toContain('INSERT INTO')
  })
})
