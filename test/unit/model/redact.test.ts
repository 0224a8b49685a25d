import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainLine } from '../../../src/model/plain-text.js'
import { maskableValues, maskValues, redact } from '../../../src/model/redact.js'

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

describe('maskValues', () => {
  const secret = 'p@ß w\'o"r/d\\%41'

  test.each([
    ['as it is', secret],
    ['percent-encoded', encodeURIComponent(secret)],
    ['percent-encoded in small letters', encodeURIComponent(secret).toLowerCase()],
    ['percent-encoded as far as a URL needs it', new URL(`x://u:${encodeURIComponent(secret)}@h`).password],
    [
      'with every byte percent-encoded',
      [...Buffer.from(secret)].map((byte) => `%${byte.toString(16)}`).join(''),
    ],
    ['in JSON', JSON.stringify(secret)],
    ['in a literal', `'${secret.replaceAll("'", "''")}'`],
    ['in an escaped literal', `E'${secret.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`],
  ])('masks a secret %s', (_, text) => {
    expect(maskValues(`a ${text} b ${text}`, [secret])).toMatch(/^a (E'|'|")?\*{3}['"]? b \1\*{3}['"]?$/)
  })

  test('masks a secret that was stripped of its control characters', () => {
    expect(maskValues(plainLine('x sec\tret\u0007\n1 y'), ['sec\tret\u0007\n1'])).toBe('x *** y')
  })

  test('masks the longer of two secrets that begin alike', () => {
    expect(maskValues('secret-12', ['secret-1', 'secret-12'])).toBe('***')
  })

  test('leaves a text alone without secrets', () => {
    expect(maskValues('a.b', [])).toBe('a.b')
    expect(maskValues('aXb', ['a.b'])).toBe('aXb')
  })

  test('hides any secret in any of its forms', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 8 })
    fc.assert(
      fc.property(text, (secret) => {
        for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret)]) {
          expect(maskValues(`<<${form}>>`, [secret])).not.toContain(form)
        }
      }),
    )
  })
})

describe('maskableValues', () => {
  test.each(['hunter22', 'postgres1', 'a b c d e', '100%sure'])(
    '%s is masked wherever it stands',
    (secret) => {
      expect(maskableValues(secret, ['postgres', 'app'])).toEqual([secret])
    },
  )

  test('a percent-encoded secret is masked as what it means, too', () => {
    expect(maskableValues('sec%3Aret%2F1', [])).toEqual(['sec%3Aret%2F1', 'sec:ret/1'])
    expect(maskableValues('%61%70%70', [])).toEqual(['%61%70%70'])
  })

  test.each(['', 'ab', 'secret', 'postgres', 'PASSWORD', 'messages_app'])(
    '%j is masked only where passwords stand: it is short, or a name',
    (secret) => {
      expect(maskableValues(secret, ['messages_app'])).toEqual([])
    },
  )
})
