// What the claims of a run are measured by.
import type { Evidence } from '../model/evidence.js'
import type { NoiseFloor } from '../model/result.js'
import type { ClaimYardsticks } from './judge/judgement.js'

interface Circumstances {
  readonly evidence: Evidence
  readonly noiseFloor: NoiseFloor
  readonly delta: number
}

export const yardsticksOf = ({ evidence, noiseFloor, delta }: Circumstances): ClaimYardsticks => ({
  delta,
  tolerance: evidence.header.policy.tolerance,
  clientFloorMs: noiseFloor.clientFloorMs,
})
