// The noise generator: processes that disturb the machine while the bench measures on it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Address } from '../../../src/model/address.js'
import type { NoiseKind, NoisePlan } from './noise-program.js'

const PROGRAM = fileURLToPath(new URL('noise-program.js', import.meta.url))

/** Two that burn, one that works in another database: at times more than two cores have. */
const NEIGHBOURS: readonly NoiseKind[] = ['cpu', 'cpu', 'database']

export const NOISE_IN_WORDS =
  'two processes that burn a core and one that sorts in another database of the server, in seeded bursts of about 0.1 s that take 0, 10, 30, 60 or 90 % of the time, another share every 8 s or so'

/** `address` is of a database that nothing is measured in. */
export async function withNoise<T>(seed: number, address: Address, work: () => Promise<T>): Promise<T> {
  const neighbours = NEIGHBOURS.map((kind, position) =>
    startNeighbour({ kind, seed, name: `${kind}/${position}`, address }),
  )
  try {
    return await work()
  } finally {
    await Promise.all(neighbours.map((stop) => stop()))
  }
}

function startNeighbour(plan: NoisePlan): () => Promise<void> {
  const child = spawn(process.execPath, [PROGRAM], { stdio: ['pipe', 'ignore', 'inherit'], detached: true })
  const ended = once(child, 'exit')
  child.stdin.write(`${JSON.stringify(plan)}\n`)
  return async () => {
    child.stdin.end()
    await ended
  }
}
