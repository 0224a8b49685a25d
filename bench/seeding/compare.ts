// All ways in turns, in rounds of random order; of each the median.
import { randomStream } from '../../src/model/random.js'
import type { Way } from './ways.js'

export interface WayRate {
  readonly data: string
  readonly name: string
  /** Median over rounds. */
  readonly rowsPerSecond: number
}

export async function compareWays(
  ways: readonly Way[],
  rounds: number,
  now: () => number,
  onRound: (round: number) => void,
): Promise<readonly WayRate[]> {
  const random = randomStream(1, 'bench/seeding')
  const rates = new Map<Way, number[]>(ways.map((way) => [way, []]))
  for (let round = 1; round <= rounds; round++) {
    onRound(round)
    for (const way of random.shuffle(ways)) {
      const startNs = now()
      await way.load()
      rates.get(way)?.push((way.rows * 1e9) / (now() - startNs))
    }
  }
  return ways.map((way) => ({ data: way.data, name: way.name, rowsPerSecond: median(rates.get(way) ?? []) }))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return ((low ?? NaN) + (high ?? NaN)) / 2
}
