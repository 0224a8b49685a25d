// The memory that large loads take: each in a process of its own, whose peak the system counts.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Address } from '../../src/model/address.js'

export interface MemoryOrder {
  readonly address: Address
  readonly data: 'messages' | 'embeddings'
  readonly rows: number
}

export interface MemoryPeak {
  readonly peakBytes: number
  /** Deciding who belongs to whom, before the first row. */
  readonly planSeconds: number
  readonly rowsPerSecond: number
}

export interface MemoryResult extends MemoryPeak {
  readonly data: string
  readonly rows: number
}

const PROGRAM = fileURLToPath(new URL('memory-program.js', import.meta.url))

export async function measureMemory(order: MemoryOrder, signal: AbortSignal): Promise<MemoryResult> {
  const child = fork(PROGRAM, { signal })
  child.send(order)
  const ended = once(child, 'exit').then(([code]: unknown[]) => {
    throw new Error(`loading ${order.data} ended with exit code ${String(code)}`)
  })
  const [peak] = (await Promise.race([once(child, 'message'), ended])) as [MemoryPeak]
  ended.catch(() => {})
  return { ...peak, data: order.data, rows: order.rows }
}
