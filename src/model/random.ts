// Seeded randomness: xoroshiro128+ (pure-rand). A stream is named, so that adding one never shifts another.
import { createHash } from 'node:crypto'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export const RANDOM_ALGORITHM = 'xoroshiro128+ (pure-rand 8), seeded by SHA-256 of seed and stream name'

export interface RandomStream {
  /** 32 random bits, as an integer from -2^31; the upper ones are the better. */
  bits(): number
  /** Uniform in [0, 1), 32 bits. */
  next(): number
  /** Uniform integer in [0, bound). */
  below(bound: number): number
  /** True with that probability, 0 to 1. */
  chance(probability: number): boolean
  /** A fair coin. */
  coin(): boolean
  /** A shuffled copy. */
  shuffle<T>(items: readonly T[]): T[]
}

/** The stream of this seed and name: the same pair gives the same numbers on every machine. */
export function randomStream(seed: number, name: string): RandomStream {
  const digest = createHash('sha256').update(`${seed}/${name}`).digest()
  return new GeneratorStream(xoroshiro128plus(digest.readInt32LE(0)))
}

/** A class: V8 puts its methods in line wherever a number is drawn, which it does not do with closures of many streams. */
class GeneratorStream implements RandomStream {
  private readonly generator: ReturnType<typeof xoroshiro128plus>

  constructor(generator: ReturnType<typeof xoroshiro128plus>) {
    this.generator = generator
  }

  bits(): number {
    return this.generator.next()
  }

  next(): number {
    return (this.generator.next() >>> 0) / 0x1_0000_0000
  }

  below(bound: number): number {
    return Math.floor(this.next() * bound)
  }

  /** What next() < probability would say, without a fraction to be allocated for it. */
  chance(probability: number): boolean {
    return this.generator.next() >>> 0 < probability * 0x1_0000_0000
  }

  coin(): boolean {
    return this.generator.next() < 0
  }

  shuffle<T>(items: readonly T[]): T[] {
    const copy = [...items]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      ;[copy[i], copy[j]] = [copy[j] as T, copy[i] as T]
    }
    return copy
  }
}
