// One client's connection through the proxy, and the connection to the server behind it.
import type { Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { randomStream, type RandomStream } from '../../src/model/random.js'
import type { Direction, Traffic, WireFault } from './wire-fault.js'

export interface Link {
  readonly client: Socket
  readonly server: Socket
  /** Sends bytes on, or does what the fault wants done with them; waits until they are taken. */
  send(direction: Direction, bytes: Buffer): Promise<void>
  /** Tells one side that the other has ended. */
  end(direction: Direction): void
}

export function openLink(client: Socket, server: Socket, fault: WireFault, traffic: Traffic): Link {
  const socket = { 'to-server': server, 'to-client': client }
  const random = randomStream(fault.kind === 'slices' ? fault.seed : 0, `slices ${traffic.connections}`)
  return {
    client,
    server,
    send: async (direction, bytes) => {
      if (isBlackHole(fault, traffic)) return
      const left = bytesLeft(fault, direction, traffic)
      traffic.bytes[direction] += bytes.length
      if (fault.kind === 'slices') return sendSlices(socket[direction], bytes, fault.maxBytes, random)
      await write(socket[direction], bytes.length < left ? bytes : bytes.subarray(0, left))
      if (bytes.length < left) return
      traffic.struck = true
      if (fault.kind === 'reset') for (const side of [client, server]) reset(side)
      if (fault.kind === 'cut') for (const side of [client, server]) side.end()
    },
    end: (direction) => {
      if (!isBlackHole(fault, traffic)) socket[direction].end()
    },
  }
}

const isBlackHole = (fault: WireFault, { struck }: Traffic): boolean => fault.kind === 'black-hole' && struck

/** Before the fault strikes; infinite where it never will. */
function bytesLeft(fault: WireFault, direction: Direction, { bytes, struck }: Traffic): number {
  if (struck || !('atByte' in fault) || fault.direction !== direction) return Infinity
  return fault.atByte - bytes[direction]
}

async function sendSlices(
  socket: Socket,
  bytes: Buffer,
  maxBytes: number,
  random: RandomStream,
): Promise<void> {
  for (let start = 0, end = 0; start < bytes.length; start = end) {
    end = start + 1 + random.below(maxBytes)
    await write(socket, bytes.subarray(start, end))
    await turn()
  }
}

/** Resolves also when the socket is gone: whoever reads from it is told. */
async function write(socket: Socket, bytes: Buffer): Promise<void> {
  if (bytes.length === 0 || !socket.writable) return
  await new Promise<void>((resolve) => void socket.write(bytes, () => resolve()))
}

/** A unix socket knows no RST. */
function reset(socket: Socket): void {
  if (socket.remoteFamily === undefined) socket.destroy()
  else socket.resetAndDestroy()
}
