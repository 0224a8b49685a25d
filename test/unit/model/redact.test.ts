import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact } from '../../../src/model/redact.js'

describe('redact', () => {
  test.each([
    ['postgres://me:secret@host:5432/db', 'postgres://me:***@host:5432/db'],
    ['postgresql://:secret@host', 'postgresql://:***@host'],
    ['"postgres://me:se@cr:et/x@host"', '"postgres://me:***@host"'],
    ['postgres://me:two words@host', 'postgres://me:***@host'],
    ['host=x password=secret user=y', 'host=x password=*** user=y'],
    [String.raw`password = 'se\'cr et' x`, 'password = *** x'],
    ['?sslpassword=secret&x=1', '?sslpassword=***&x=1'],
    ['PGPASSWORD=secret psql', 'PGPASSWORD=*** psql'],
    ['{"password": "se\\"cret", "x": 1}', '{"password": ***, "x": 1}'],
    ["CREATE ROLE r PASSWORD 'sec''ret' LOGIN", "CREATE ROLE r PASSWORD '***' LOGIN"],
  ])('%s becomes %s', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })

  test.each([
    'postgres://localhost:5432/db failed, ask bob@example.com',
    'wrong password for user me',
    'https://www.postgresql.org/docs/18/libpq.html',
    'recall@10 is 0.95',
  ])('leaves alone: %s', (text) => {
    expect(redact(text)).toBe(text)
  })

  test('hides any password of a URL without white space, whatever else it holds', () => {
    const password = fc.string({ unit: 'binary-ascii' }).filter((text) => !/\s/.test(text))
    fc.assert(
      fc.property(password, (text) => {
        expect(redact(`failed: postgres://me:S3${text}S3@host/db`)).toBe('failed: postgres://me:***@host/db')
      }),
    )
  })
})
