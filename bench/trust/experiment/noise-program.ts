// A noisy neighbour, as a process of its own: works in seeded bursts whose share of the time changes every few seconds.
// Its first line of input says how; it ends when its input does, so that it never outlives the bench.
import { setTimeout as sleep } from 'node:timers/promises'
import { createInterface } from 'node:readline'
import type { Address } from '../../../src/model/address.js'
import { randomStream } from '../../../src/model/random.js'
import { withPgSession } from '../../../src/postgres/pg-session.js'

/** cpu: burns a core. database: sorts and scans in another database of the same server. */
export type NoiseKind = 'cpu' | 'database'

export interface NoisePlan {
  readonly kind: NoiseKind
  readonly seed: number
  readonly name: string
  readonly address: Address
}

/** Shares of the time that a neighbour works. */
const LEVELS = [0, 0.1, 0.3, 0.6, 0.9]
const LEVEL_LASTS_MS = 8000
const SLICE_MS = 120

const stopped = new AbortController()

async function makeNoise(plan: NoisePlan, work: (ms: number) => Promise<void>): Promise<void> {
  const random = randomStream(plan.seed, `noise/${plan.name}`)
  while (!stopped.signal.aborted) {
    const level = LEVELS[random.below(LEVELS.length)] ?? 0
    const endMs = performance.now() - LEVEL_LASTS_MS * Math.log(1 - random.next())
    while (performance.now() < endMs && !stopped.signal.aborted) {
      const slice = -SLICE_MS * Math.log(1 - random.next())
      if (level > 0) await work(slice * level)
      await sleep(slice * (1 - level))
    }
  }
}

function burn(ms: number): Promise<void> {
  const end = performance.now() + ms
  while (performance.now() < end);
  return Promise.resolve()
}

/** Sorts and hashes what does not fit into work_mem: temporary files are written. */
const WORK = `select count(*) from (select md5(i::text) as h from generate_series(1, 20000) i order by h) sorted`

async function main(plan: NoisePlan): Promise<void> {
  if (plan.kind === 'cpu') return makeNoise(plan, burn)
  const now = (): number => Number(process.hrtime.bigint())
  return withPgSession({ address: plan.address, signal: stopped.signal, now }, (session) =>
    makeNoise(plan, async (ms) => {
      const end = performance.now() + ms
      do await session.query(WORK)
      while (performance.now() < end)
    }),
  )
}

const input = createInterface({ input: process.stdin })
input.once('line', (line) => {
  main(JSON.parse(line) as NoisePlan).catch((error: unknown) => {
    if (!stopped.signal.aborted) process.stderr.write(`${String(error)}\n`)
  })
})
input.once('close', () => {
  stopped.abort()
  process.exit()
})
