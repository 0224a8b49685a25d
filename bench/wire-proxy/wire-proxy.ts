// A proxy in front of PostgreSQL that makes the way to it fail at a chosen place, and counts what passed.
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { openLink } from './link.js'
import { relay } from './relay.js'
import type { Traffic, WireFault } from './wire-fault.js'

export interface WireProxyOptions {
  /** A name, an IP address or the folder of a unix socket; reached without TLS. */
  readonly upstream: { readonly host: string; readonly port: number }
  readonly fault: WireFault
}

export interface WireProxy {
  /** On 127.0.0.1; requests for TLS are declined, for the proxy has to read what passes. */
  readonly port: number
  readonly traffic: Readonly<Traffic>
}

export async function withWireProxy<T>(
  { upstream, fault }: WireProxyOptions,
  work: (proxy: WireProxy) => Promise<T>,
): Promise<T> {
  const traffic: Traffic = {
    connections: 0,
    requests: 0,
    bytes: { 'to-server': 0, 'to-client': 0 },
    struck: false,
  }
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (client) => {
    const behind = connectTo(upstream)
    for (const socket of [client, behind]) {
      sockets.add(socket.on('error', () => {}).once('close', () => sockets.delete(socket)))
    }
    traffic.connections++
    void relay(openLink(client, behind, fault, traffic), fault, traffic)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  try {
    return await work({ port: (server.address() as AddressInfo).port, traffic })
  } finally {
    const closed = once(server.close(), 'close')
    for (const socket of sockets) socket.destroy()
    await closed
  }
}

const connectTo = ({ host, port }: WireProxyOptions['upstream']): Socket =>
  host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect({ host, port, noDelay: true })
