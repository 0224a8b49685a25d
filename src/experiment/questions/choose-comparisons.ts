// What a run will compare: every query before and after, and some against themselves, so that it shows its own noise.
import type { Comparison } from '../../model/comparison.js'
import { randomStream } from '../../model/random.js'
import type { Query } from '../../model/scenario.js'

const CONTROLS = 2

/** In the scenario's order. */
export function chooseComparisons(queries: readonly Query[], seed: number): readonly Comparison[] {
  const controls = chooseControls(queries, seed)
  return queries.flatMap(({ name }): Comparison[] => [
    { query: name, pair: 'main' },
    ...(controls.has(name) ? [{ query: name, pair: 'control' } as const] : []),
  ])
}

/** Reading queries only: a write's control would double what it leaves behind. */
function chooseControls(queries: readonly Query[], seed: number): ReadonlySet<string> {
  const reading = queries.filter(({ writes }) => !writes).map(({ name }) => name)
  return new Set(randomStream(seed, 'controls').shuffle(reading).slice(0, CONTROLS))
}
