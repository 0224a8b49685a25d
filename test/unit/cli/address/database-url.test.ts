import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseDatabaseUrl } from '../../../../src/cli/address/database-url.js'
import { HarnessError } from '../../../../src/model/errors.js'

const parse = (text: string): unknown => parseDatabaseUrl(text, 'DATABASE_URL')

const LEFT_OUT = { port: null, user: null, password: null, database: null, sslmode: null }

describe('parseDatabaseUrl', () => {
  test.each([
    ['postgres://db', { host: 'db' }],
    ['postgresql://db/app', { host: 'db', database: 'app' }],
    [
      'postgres://me:pw@db.example.com:5433/app?sslmode=verify-full',
      {
        host: 'db.example.com',
        port: 5433,
        user: 'me',
        password: 'pw',
        database: 'app',
        sslmode: 'verify-full',
      },
    ],
    ['postgres://me@db/', { host: 'db', user: 'me' }],
    ['postgres://me:@db/', { host: 'db', user: 'me' }],
    ['postgres://[2001:db8::1]:5432/app', { host: '2001:db8::1', port: 5432, database: 'app' }],
    ['postgres://me@/app?host=/tmp/socket', { host: '/tmp/socket', user: 'me', database: 'app' }],
    ['postgres:///app?host=%2Ftmp%2Fsocket', { host: '/tmp/socket', database: 'app' }],
    ['postgres://localhost/app?host=/tmp', { host: '/tmp', database: 'app' }],
    ['postgres://%2Fvar%2Frun:5433/app', { host: '/var/run', port: 5433, database: 'app' }],
    ['postgres://me:a:b@db/app', { host: 'db', user: 'me', password: 'a:b', database: 'app' }],
    ['postgres://m%40e:p%2F%3F%25@db/a%20b', { host: 'db', user: 'm@e', password: 'p/?%', database: 'a b' }],
    ['postgres://db/app?application_name=x&connect_timeout=5', { host: 'db', database: 'app' }],
    ['postgres://db/app?', { host: 'db', database: 'app' }],
  ])('reads %s', (text, expected) => {
    expect(parse(text)).toEqual({ ...LEFT_OUT, ...expected })
  })

  test.each([
    ['', 'it is empty'],
    ['host=db password=s3cr3t', 'another form'],
    ['s3cr3t', 'another form'],
    ['mysql://me:s3cr3t@db/app', 'another form'],
    ['http://db/app', 'another form'],
    ['postgres:db', 'another form'],
    ['postgres://me:s3 cr3t@db/app', 'another form'],
    [' postgres://db/app', 'another form'],
    ['postgres://db/app\n', 'another form'],
    ['postgres://me:s3@cr3t@db/app', 'another form'],
    ['postgres://me:s3/cr3t@db/app', 'another form'],
    ['postgres://me:1/cr3t@db/app', 'another form'],
    ['postgres://me:1?cr3t@db/app', 'another form'],
    ['postgres://me:s3#cr3t@db/app', 'another form'],
    ['postgres://db/app#part', 'another form'],
    ['postgres://db/app/more', 'another form'],
    ['postgres://:s3cr3t@db/app', 'another form'],
    ['postgres://h1:5432,h2:5432/app', 'another form'],
    ['postgres://h1,h2/app', 'its host is not one name'],
    ['postgres://-oProxyCommand/app', 'its host is not one name'],
    ['postgres://d%C3%BCsseldorf/app', 'its host is not one name'],
    ['postgres://[12345]/app', 'another form'],
    ['postgres://[1:2]/app', 'its host is not one name'],
    ['postgres:///app?host=/a,/b', 'its host is not one name'],
    ['postgres:///app', 'it names no host'],
    ['postgres://me@/app', 'it names no host'],
    ['postgres:///app?host=', 'its parameter host is no folder'],
    ['postgres:///app?host=db', 'its parameter host is no folder'],
    ['postgres://db:0/app', 'its port is not'],
    ['postgres://db:65536/app', 'its port is not'],
    ['postgres://db:543210000/app', 'its port is not'],
    ['postgres://db:port/app', 'another form'],
    ['postgres://me:s3%cr3t@db/app', 'percent-encoding'],
    ['postgres://me:s3%00t@db/app', 'percent-encoding'],
    ['postgres://db/app?sslmode=sometimes', 'its sslmode is none of disable,'],
    ['postgres://db/app?sslmode=', 'its sslmode is none of disable,'],
    ['postgres://db/app?sslmode', 'its sslmode is none of disable,'],
    ['postgres://db/app?sslmode=require&sslmode=disable', 'each once'],
    ['postgres://db/app?options=-c%20x', 'no others'],
    ['postgres://db/app?password=s3cr3t', 'no others'],
    ['postgres://db/app?constructor=x', 'no others'],
  ])('refuses "%s" and says the form', (text, reason) => {
    const error = thrownBy(() => parse(text))
    expect(error).toMatchObject({ exitCode: 2 })
    expect(error.message).toContain('DATABASE_URL does not hold the URL of a PostgreSQL server: ')
    expect(error.message).toContain(reason)
    expect(error.hint).toContain('postgres://user@host:port/database')
    expect(error.message + error.hint).not.toContain('cr3t')
  })

  it('repeats no part of what it refuses, wherever a password stands in it', () => {
    const canary = 'Zq7-kX2w_9Lp'
    const delimiters = [':', '@', '/', '?', '&', '=', '#', ',', '[', ']', '%', '%2F', ' ', '\n']
    const words = [
      'postgres://',
      'postgresql://',
      'me',
      'db',
      'sslmode=',
      'host=',
      'password=',
      '5432',
      '65536',
    ]
    const piece = fc.constantFrom(...delimiters, ...words, canary)
    const texts = fc
      .tuple(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 6 }))
      .map(([before, after]) => [...before, canary, ...after].join(''))
    fc.assert(
      fc.property(texts, (text) => {
        const error = errorOf(() => parse(text))
        fc.pre(error !== null)
        expect(everythingIn(error)).not.toContain(canary)
      }),
      { numRuns: 5000 },
    )
  })

  it('never takes a part of a password for a part of the rest', () => {
    const characters = fc.constantFrom(...'ab1:@/?#[]%&=,+ \\\n\t'.split(''), 'é', '😀', '%2F', '%41')
    const passwords = fc.array(characters, { minLength: 1, maxLength: 12 }).map((all) => all.join(''))
    fc.assert(
      fc.property(passwords, (password) => {
        const text = `postgres://me:${password}@db.example.com:5433/app?sslmode=require`
        fc.pre(errorOf(() => parse(text)) === null)
        const parts = parse(text)
        expect(parts).toEqual({
          host: 'db.example.com',
          port: 5433,
          user: 'me',
          password: decodeURIComponent(password),
          database: 'app',
          sslmode: 'require',
        })
      }),
      { numRuns: 5000 },
    )
  })

  it('reads back whatever was percent-encoded', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0'))
    fc.assert(
      fc.property(text, text, text, (user, password, database) => {
        const [u, p, d] = [user, password, database].map(encodeURIComponent)
        expect(parse(`postgres://${u}:${p}@db/${d}`)).toMatchObject({ user, password, database })
      }),
    )
  })
})

function thrownBy(work: () => unknown): HarnessError {
  const error = errorOf(work)
  if (error === null) throw new Error('it was accepted')
  return error
}

function errorOf(work: () => unknown): HarnessError | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof HarnessError) return error
    throw error
  }
}

const everythingIn = ({ message, hint, frame, cause, stack }: HarnessError): string =>
  [message, hint, frame, String(cause), stack].join('\n')
