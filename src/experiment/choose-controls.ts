// Which queries are also measured against themselves, so that every run shows its own noise.
import { randomStream } from '../model/random.js'
import type { Query } from '../model/scenario.js'

const CONTROLS = 2

/** Reading queries only: a write's control would double what it leaves behind. In the scenario's order. */
export function chooseControls(queries: readonly Query[], seed: number): readonly string[] {
  const reading = queries.filter(({ writes }) => !writes).map(({ name }) => name)
  const chosen = new Set(randomStream(seed, 'controls').shuffle(reading).slice(0, CONTROLS))
  return reading.filter((name) => chosen.has(name))
}
