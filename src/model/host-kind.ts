// How a host is reached: it decides what may be touched, and whether a connection has to be encrypted.
import { BlockList, isIP } from 'node:net'

/** A socket's folder on this machine; this machine's own addresses; anything else. */
export type HostKind = 'socket' | 'loopback' | 'network'

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', 'localhost.'])
const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/** By its text alone: nothing is looked up, so a name that merely resolves to this machine is of the network. */
export function hostKind(host: string): HostKind {
  if (host.startsWith('/')) return 'socket'
  return isLoopback(host) ? 'loopback' : 'network'
}

function isLoopback(host: string): boolean {
  const version = isIP(host)
  if (version === 0) return LOOPBACK_NAMES.has(host.toLowerCase())
  return LOOPBACK.check(host, version === 4 ? 'ipv4' : 'ipv6')
}
