// All ways in turns: rounds in random order, so that no way has the machine's good minute for itself.
import { estimateLocation, type Location } from '../../src/analyse/statistics/estimate-location.js'
import { medianOfSorted } from '../../src/analyse/statistics/median.js'
import { at } from '../../src/model/at.js'
import { randomStream } from '../../src/model/random.js'
import { LOOKUPS, type Lookup } from './lookup.js'
import type { Way } from './ways/way.js'

export interface WayResult {
  readonly lookup: string
  readonly way: string
  /** Median over rounds of the round's p50, microseconds. */
  readonly p50Us: number
  readonly p99Us: number
  /** Paired by round, against the first way; null for that one itself. */
  readonly overFirstUs: Location | null
}

interface RoundOf {
  readonly p50: number
  readonly p99: number
}

export async function compareWays(
  ways: readonly Way[],
  { seed, rounds }: { readonly seed: number; readonly rounds: number },
  onRound: (round: number) => void,
): Promise<readonly WayResult[]> {
  const seen = new Map<string, RoundOf[]>()
  const turns = LOOKUPS.flatMap((lookup) => ways.map((way) => ({ lookup, way })))
  for (let round = 1; round <= rounds; round++) {
    for (const { lookup, way } of randomStream(seed, `round/${round}`).shuffle(turns)) {
      const durations = Float64Array.from(await way.execute(lookup)).sort()
      const quantiles = {
        p50: medianOfSorted(Array.from(durations)),
        p99: durations[Math.floor(durations.length * 0.99)] ?? NaN,
      }
      const key = keyOf(lookup, way)
      seen.set(key, [...(seen.get(key) ?? []), quantiles])
    }
    onRound(round)
  }
  return turns.map((turn) => summarise(turn, at(ways, 0), seen))
}

const keyOf = (lookup: Lookup, way: Way): string => `${lookup.name}/${way.name}`

function summarise(
  { lookup, way }: { readonly lookup: Lookup; readonly way: Way },
  first: Way,
  seen: ReadonlyMap<string, readonly RoundOf[]>,
): WayResult {
  const own = seen.get(keyOf(lookup, way)) ?? []
  const firsts = seen.get(keyOf(lookup, first)) ?? []
  const middle = (values: readonly number[]): number => medianOfSorted([...values].sort((a, b) => a - b))
  const over = own.map(({ p50 }, round) => p50 - at(firsts, round).p50)
  return {
    lookup: lookup.name,
    way: way.name,
    p50Us: middle(own.map(({ p50 }) => p50)),
    p99Us: middle(own.map(({ p99 }) => p99)),
    overFirstUs: way === first ? null : estimateLocation(over, 0.05),
  }
}
