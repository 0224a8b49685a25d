// Stands between a client and a server's unix socket, and cuts or swallows what goes through after so many bytes.
import { createServer, connect, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Address } from '../../src/model/address.js'
import { temporaryFolder } from './temporary-folder.js'

export interface Cut {
  readonly from: 'client' | 'server'
  /** Bytes that still pass. */
  readonly afterBytes: number
  /** reset: both sides are closed. silence: nothing passes any more, and nothing is closed. */
  readonly how: 'reset' | 'silence'
}

/** Gives `work` the address of the proxy, with a count of the bytes that have passed. */
export async function withCuttingProxy<T>(
  server: Address,
  cut: Cut | null,
  work: (address: Address, passed: Record<Cut['from'], number>) => Promise<T>,
): Promise<T> {
  const host = await temporaryFolder()
  const socketName = `.s.PGSQL.${server.port}`
  const passed = { client: 0, server: 0 }
  const sockets: Socket[] = []
  const proxy = createServer((client) => {
    const upstream = connect(join(server.host, socketName))
    sockets.push(client, upstream)
    const pass = (from: Cut['from'], source: Socket, target: Socket): void => {
      source.on('error', () => {})
      source.on('close', () => cut?.how !== 'silence' && target.destroy())
      source.on('data', (bytes) => {
        const left = cut?.from === from ? Math.max(0, cut.afterBytes - passed[from]) : Infinity
        passed[from] += bytes.length
        target.write(bytes.subarray(0, Math.min(left, bytes.length)))
        if (cut?.how === 'reset' && bytes.length > left) for (const socket of sockets) socket.destroySoon()
      })
    }
    pass('client', client, upstream)
    pass('server', upstream, client)
  })
  await new Promise<void>((resolve) => proxy.listen(join(host, socketName), resolve))
  try {
    return await work({ ...server, host }, passed)
  } finally {
    for (const socket of sockets) socket.destroy()
    proxy.close()
  }
}
