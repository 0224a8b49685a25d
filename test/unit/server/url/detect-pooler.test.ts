import { expect, test } from 'vitest'
import { refusePooler } from '../../../../src/server/url/detect-pooler.js'

const ADDRESS = {
  host: 'localhost',
  port: 6432,
  user: 'me',
  password: 's3cr3t',
  database: 'app',
  tls: 'disable',
} as const

test.each(['session', 'transaction', 'statement'] as const)('a pooler in %s mode is refused', (mode) => {
  expect(() => refusePooler(ADDRESS, mode)).toThrow(
    expect.objectContaining({
      exitCode: 3,
      message: `me@localhost:6432/app is a connection pooler (in ${mode} mode), not PostgreSQL itself`,
      hint: expect.stringContaining('port 5432') as unknown,
    }) as Error,
  )
})

test('PostgreSQL itself is not', () => {
  expect(() => refusePooler(ADDRESS, 'none')).not.toThrow()
})
