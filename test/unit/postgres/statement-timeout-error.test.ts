import { describe, expect, it } from 'vitest'
import { asStatementTimeout, StatementTimeoutError } from '../../../src/postgres/statement-timeout-error.js'
import { fakeDatabaseError } from '../../support/fake-session.js'

const cancelled = fakeDatabaseError('57014', 'storniere Anfrage wegen Zeitüberschreitung der Anfrage')

describe('a cancelled statement', () => {
  it('is cut off by us where it took as long as we allow, whatever the language of the message', () => {
    const error = asStatementTimeout(cancelled, 2.001e9, 2000)
    expect(error).toBeInstanceOf(StatementTimeoutError)
    expect(error).toMatchObject({ code: '57014', message: cancelled.message, durationNs: 2.001e9 })
  })

  it.each([
    ['sooner than we would have', cancelled, 1.5e9, 2000],
    ['where we have no limit', cancelled, 9e12, Infinity],
    ['for another reason', fakeDatabaseError('57P01', 'shut down'), 3e9, 2000],
    ['by no server', new Error('aborted'), 3e9, 2000],
  ])('stays what it is when it ended %s', (_, error, durationNs, limitMs) => {
    expect(asStatementTimeout(error, durationNs, limitMs)).toBe(error)
  })
})
