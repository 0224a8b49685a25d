// Seeded randomness: xoroshiro128+ (pure-rand). A stream is named, so that adding one never shifts another.
import { createHash } from 'node:crypto'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export const RANDOM_ALGORITHM = 'xoroshiro128+ (pure-rand 8), seeded by SHA-256 of seed and stream name'

export interface RandomStream {
  /** Uniform in [0, 1), 32 bits. */
  next(): number
  /** Uniform integer in [0, bound). */
  below(bound: number): number
  /** A fair coin. */
  coin(): boolean
  /** A shuffled copy. */
  shuffle<T>(items: readonly T[]): T[]
}

/** The stream of this seed and name: the same pair gives the same numbers on every machine. */
export function randomStream(seed: number, name: string): RandomStream {
  const digest = createHash('sha256').update(`${seed}/${name}`).digest()
  const generator = xoroshiro128plus(digest.readInt32LE(0))
  const next = (): number => (generator.next() >>> 0) / 0x1_0000_0000
  const below = (bound: number): number => Math.floor(next() * bound)
  return {
    next,
    below,
    coin: () => generator.next() < 0,
    shuffle: (items) => {
      const copy = [...items]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = below(i + 1)
        ;[copy[i], copy[j]] = [copy[j] as (typeof copy)[number], copy[i] as (typeof copy)[number]]
      }
      return copy
    },
  }
}
