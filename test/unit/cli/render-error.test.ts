import { describe, expect, test } from 'vitest'
import { renderError } from '../../../src/cli/render-error.js'
import { environmentError, usageError } from '../../../src/model/errors.js'
import { DatabaseError } from '../../../src/postgres/database-error.js'

const PLAIN = { colour: false, debug: false }

const databaseError = (code: string, hint?: string): DatabaseError =>
  new DatabaseError({
    message: 'permission denied for table messages',
    code,
    severity: 'ERROR',
    detail: 'a detail may hold a row',
    hint,
    position: undefined,
  })

describe('renderError', () => {
  test('says what happened, where and what to do, without a stack', () => {
    const error = usageError('Unknown key "quieres" at scenario.yaml:7:1.', {
      frame: '7 | quieres:\n  | ^',
      hint: 'Did you mean "queries"?',
    })
    expect(renderError(error, PLAIN)).toEqual({
      text: [
        'error: Unknown key "quieres" at scenario.yaml:7:1.',
        '  7 | quieres:',
        '    | ^',
        'hint: Did you mean "queries"?',
        '',
      ].join('\n'),
      exitCode: 2,
    })
  })

  test('adds stack and causes when asked to', () => {
    const error = environmentError('No server.', { cause: new Error('ECONNREFUSED') })
    const { text, exitCode } = renderError(error, { colour: false, debug: true })
    expect(exitCode).toBe(3)
    expect(text).toMatch(/^error: No server\.\n {2}at .*\n(.*\n)* {2}caused by Error: ECONNREFUSED\n {2}at /)
  })

  test('explains a database error that nobody explained before', () => {
    expect(renderError(databaseError('42501'), PLAIN)).toEqual({
      text: [
        'error: The user lacks the rights for this, while running the command. PostgreSQL says: permission denied for table messages (SQLSTATE 42501)',
        'hint: Grant them, or use another user or another server',
        '',
      ].join('\n'),
      exitCode: 3,
    })
    expect(renderError(databaseError('22012', 'Look.'), PLAIN)).toMatchObject({
      text: expect.stringContaining('hint: Look.') as unknown,
      exitCode: 4,
    })
  })

  test('keeps the detail of a database error to itself: it quotes rows', () => {
    const { text } = renderError(databaseError('22012'), { colour: false, debug: true })
    expect(text).toContain('caused by DatabaseError: permission denied')
    expect(text).not.toContain('may hold a row')
  })

  test('calls anything else a bug, with its stack', () => {
    const { text, exitCode } = renderError(new TypeError('x is not a function'), PLAIN)
    expect(exitCode).toBe(70)
    expect(text).toMatch(/^bug: TypeError: x is not a function\n {2}at .*render-error\.test\.ts/)
    expect(text).toMatch(/\nhint: This is a bug in indexproof\. Please report it/)
  })

  test('survives what is not an error', () => {
    for (const thrown of [undefined, null, 'text', 7, {}, Object.create(null) as unknown]) {
      expect(renderError(thrown, PLAIN).exitCode).toBe(70)
    }
  })

  test('ends on causes that go in a circle', () => {
    const error = new Error('a')
    error.cause = error
    expect(renderError(error, PLAIN).text.match(/caused by/g)).toHaveLength(4)
  })

  test('strips what would move the cursor or colour the terminal', () => {
    const error = usageError('\u001B[2Jbad \u0007name\u009B31m', {
      frame: 'a\rb\u202E',
      hint: '\u001B]8;;http://x\u0007y',
    })
    expect(renderError(error, PLAIN).text).toBe('error: bad name\n  a\n  b\nhint: y\n')
  })

  test('prints no password, wherever it stands', () => {
    const secret = 's3cr3t'
    const url = `postgres://me:${secret}@host/db`
    const error = usageError(url, { frame: `password=${secret}`, hint: url, cause: new Error(url) })
    for (const broken of [error, new Error(`Error in ${url}`), new Error('x', { cause: new Error(url) })]) {
      expect(renderError(broken, { colour: true, debug: true }).text).not.toContain(secret)
    }
  })

  test('finds a password that a control character tears from its URL', () => {
    expect(renderError(usageError('postgres\u0000://me:s3cr3t@host'), PLAIN).text).not.toContain('s3cr3t')
  })

  test('colours the labels only when asked to', () => {
    expect(renderError(usageError('x'), { colour: true, debug: false }).text).toContain('\u001B[31merror:')
  })
})
