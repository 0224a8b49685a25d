import { expect, test } from 'vitest'
import { hostKind } from '../../../src/model/host-kind.js'

test.each([
  ['/var/run/postgresql', 'socket'],
  ['/', 'socket'],
  ['localhost', 'loopback'],
  ['LocalHost.', 'loopback'],
  ['127.0.0.1', 'loopback'],
  ['127.255.3.4', 'loopback'],
  ['::1', 'loopback'],
  ['0:0:0:0:0:0:0:1', 'loopback'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['128.0.0.1', 'network'],
  ['0.0.0.0', 'network'],
  ['::', 'network'],
  ['::ffff:10.0.0.1', 'network'],
  ['127.1', 'network'],
  ['127.0.0.1.example.com', 'network'],
  ['localhost.example.com', 'network'],
  ['localhost..', 'network'],
  ['my-localhost', 'network'],
  ['', 'network'],
])('the host "%s" is of kind %s', (host, kind) => {
  expect(hostKind(host)).toBe(kind)
})
