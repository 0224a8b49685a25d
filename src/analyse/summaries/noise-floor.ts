// What the run saw where nothing differed: an arm compared with itself, and a statement that does nothing.
import type { Evidence, EvidenceHeader } from '../../model/evidence.js'
import type { Policy } from '../../model/facts.js'
import type { NoiseFloor, Speedup } from '../../model/result.js'
import { comparePlans, workDiffers } from '../plans/compare-plans.js'
import { estimateSpeedup } from '../statistics/estimate-speedup.js'
import type { SamplesOf } from '../index-samples.js'
import { median } from '../statistics/median.js'
import { betweenText, boundsOf } from '../judge/ratio-text.js'
import { roundDifferences } from '../statistics/round-differences.js'
import { explainedOf } from './summarise-arm.js'

/** Bounds are null until a control has the rounds a verdict needs: before, its width says more of n than of noise. */
export function noiseFloorOf(evidence: Evidence, samplesOf: SamplesOf, alpha: number): NoiseFloor {
  const { header, floor } = evidence
  const controlOf = (query: string, pair: 'main' | 'control'): NoiseFloor['controls'] => {
    const speedup = estimateSpeedup(roundDifferences(samplesOf(query, pair)), alpha)
    return speedup === null ? [] : [{ query, kind: pair === 'control' ? 'same arm' : 'same work', speedup }]
  }
  const sameArm = controlsOf(header).flatMap((query) => controlOf(query, 'control'))
  const sameWork = queriesOfSameWork(evidence).flatMap((query) => controlOf(query, 'main'))
  const telling = sameArm.map(({ speedup }) => speedup).filter((speedup) => isTelling(speedup, header.policy))
  const floorNs = median(floor.map(({ durationNs }) => durationNs))
  return {
    low: telling.length === 0 ? null : Math.min(...telling.map((speedup) => boundsOf(speedup).low)),
    high: telling.length === 0 ? null : Math.max(...telling.map((speedup) => boundsOf(speedup).high)),
    clientFloorMs: floorNs === null ? null : floorNs / 1e6,
    controls: [...sameArm, ...sameWork],
  }
}

/** Queries also measured as `before` against `before`. */
export const controlsOf = ({ comparisons }: EvidenceHeader): readonly string[] =>
  comparisons.filter(({ pair }) => pair === 'control').map(({ query }) => query)

/** Free controls: both arms have the same plans and read as many blocks, in every row that was explained. */
const queriesOfSameWork = (evidence: Evidence): readonly string[] =>
  evidence.header.queries
    .map(({ name }) => name)
    .filter((name) => {
      const differences = comparePlans(
        explainedOf(evidence, name, 'before'),
        explainedOf(evidence, name, 'after'),
      )
      return workDiffers(differences) === false
    })

/** The smallest effect this run can tell from noise, as a ratio: the policy's, or the farther bound of the controls. */
export function smallestEffectOf({ low, high }: NoiseFloor, { smallestEffect }: Policy): number {
  return Math.max(smallestEffect, high ?? 1, 1 / (low ?? 1))
}

/** Why the A/A comparison failed: a control whose whole interval shows an effect where there is none. */
export function controlFailureOf({ controls }: NoiseFloor, policy: Policy): string | null {
  const failed = controls.find(({ kind, speedup }) => {
    const { low, high } = boundsOf(speedup)
    return (
      kind === 'same arm' &&
      isTelling(speedup, policy) &&
      (low > policy.smallestEffect || high < 1 / policy.smallestEffect)
    )
  })
  if (failed === undefined) return null
  return `the control ${failed.query}, one arm compared with itself, came out ${betweenText(boundsOf(failed.speedup))}`
}

const isTelling = ({ rounds, low, high }: Speedup, { minimumRounds }: Policy): boolean =>
  rounds >= minimumRounds && low !== null && high !== null
