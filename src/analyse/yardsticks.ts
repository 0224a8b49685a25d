// What the claims of a run are measured by.
import type { RunContext } from './analyse-query.js'
import type { ClaimYardsticks } from './judgement.js'

export const yardsticksOf = ({ evidence, noiseFloor, delta }: RunContext): ClaimYardsticks => ({
  delta,
  tolerance: evidence.header.policy.tolerance,
  clientFloorMs: noiseFloor.clientFloorMs,
})
