// Times ways to the same neighbours in turns, in rounds of random order.
import { randomStream } from '../../src/model/random.js'
import type { Neighbours } from '../../src/model/vectors/neighbours.js'
import type { VectorSet } from '../../src/model/vectors/vector-set.js'
import { exactNeighbours } from '../../src/vectors/exact/exact-neighbours.js'
import { referenceNeighbours } from '../../src/vectors/exact/reference-neighbours.js'
import { unrolledNeighbours } from './unrolled-loop.js'

export const WAYS = ['kernel', 'reference', 'unrolled loop'] as const
export type Way = (typeof WAYS)[number]

export interface WaysResult {
  /** Milliseconds by round, the same round at the same place for all ways. */
  readonly durationsMs: Readonly<Record<Way, readonly number[]>>
  /** Queries for which the kernel gave other ids than the reference, in any round. */
  readonly differing: number
}

interface WaysOptions {
  readonly k: number
  readonly rounds: number
  readonly seed: number
  readonly now: () => number
}

export async function compareWays(
  { matrix, queries: { reporting: queries } }: VectorSet,
  { k, rounds, seed, now }: WaysOptions,
): Promise<WaysResult> {
  const ids = (neighbours: readonly Neighbours[]): (readonly number[])[] => neighbours.map(({ ids }) => ids)
  const answer: Readonly<Record<Way, () => Promise<readonly (readonly number[])[]>>> = {
    kernel: async () => ids(await exactNeighbours(matrix, queries, k, 'cosine', null)),
    reference: () => Promise.resolve(ids(referenceNeighbours(matrix, queries, k, 'cosine', null))),
    'unrolled loop': () => Promise.resolve(unrolledNeighbours(matrix, queries, k)),
  }
  const random = randomStream(seed, 'neighbours/order')
  const durationsMs: Record<Way, number[]> = { kernel: [], reference: [], 'unrolled loop': [] }
  let differing = 0
  await answer.kernel()
  for (let round = 0; round < rounds; round++) {
    const given: Partial<Record<Way, readonly (readonly number[])[]>> = {}
    for (const way of random.shuffle(WAYS)) {
      const start = now()
      given[way] = await answer[way]()
      durationsMs[way].push(now() - start)
    }
    differing += queries.filter(
      (_, place) => String(given.kernel?.[place]) !== String(given.reference?.[place]),
    ).length
  }
  return { durationsMs, differing }
}
