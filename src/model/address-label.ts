// An address as a person reads it, and never its password.
import { isIPv6 } from 'node:net'
import type { Address } from './address.js'

/** user@host:port/database; the folder stands for the host of a unix socket. */
export function addressLabel({ user, host, port, database }: Address): string {
  const shownHost = isIPv6(host) ? `[${host}]` : host
  return `${user}@${shownHost}:${port}/${database}`
}
