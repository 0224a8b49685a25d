import { expect, test } from 'vitest'
import { addressLabel } from '../../../src/model/address-label.js'

const ADDRESS = {
  host: '::1',
  port: 5433,
  user: 'me',
  password: 's3cr3t',
  database: 'app',
  tls: 'disable',
} as const

test('an address is shown without its password, an IPv6 host in brackets', () => {
  expect(addressLabel(ADDRESS)).toBe('me@[::1]:5433/app')
  expect(addressLabel({ ...ADDRESS, host: '/tmp' })).toBe('me@/tmp:5433/app')
})
