import { expect, test } from 'vitest'
import { DatabaseError } from '../../../src/postgres/database-error.js'
import { isConnectionLost } from '../../../src/postgres/is-connection-lost.js'

const databaseError = (code: string): DatabaseError =>
  new DatabaseError({
    message: 'm',
    code,
    severity: 'FATAL',
    detail: undefined,
    hint: undefined,
    position: 1,
  })
const socketError = (code: string): Error => Object.assign(new Error(`read ${code}`), { code })

test.each([
  socketError('ECONNRESET'),
  socketError('EPIPE'),
  socketError('ETIMEDOUT'),
  new Error('Connection terminated'),
  new Error('Connection terminated unexpectedly'),
  new Error('Client has encountered a connection error and is not queryable'),
  new Error('Client was closed and is not queryable'),
  ...['08000', '08006', '57P01', '57P02', '57P03', '57P05', '25P03'].map(databaseError),
])('"%s" tells of a lost connection', (error) => {
  expect(isConnectionLost(error)).toBe(true)
})

test.each([
  ...['57014', '53300', '40P01', '25P02', '28P01', '0A000'].map(databaseError),
  socketError('ENOSPC'),
  new Error('the text "Connection terminated" in a row'),
  new TypeError('x is not a function'),
  Object.assign(new Error('m'), { code: 8 }),
  'Connection terminated',
  null,
  undefined,
])('"%s" does not', (error) => {
  expect(isConnectionLost(error)).toBe(false)
})
