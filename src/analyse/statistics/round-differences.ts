// The unit of the statistics: one paired difference per round, never single executions as if they were independent.
import type { Sample } from '../../model/evidence.js'
import { isCounted } from '../index-samples.js'
import { lowerQuartile } from './lower-quartile.js'
import { median } from './median.js'

export type Differences = ReadonlyMap<number, number>

/** Differences of which some are only known to lie beyond what was seen, for an execution was cut off. */
export interface BoundedDifferences {
  /** As if what was cut off had ended there. Where nothing was, the three are one and the same. */
  readonly observed: Differences
  /** The least each can be: −∞ where `after` was cut off, and so may have taken any time. */
  readonly least: Differences
  /** The most each can be: ∞ where `before` was cut off. */
  readonly most: Differences
}

/**
 * D_r = ln(lower quartile kept before ÷ lower quartile kept after) by round, over the rounds that have both arms; of medians where
 * an arm kept too few for a quartile. In a round all executions have one parameter row: what they differ by is mostly what
 * disturbed them.
 */
export const roundDifferences = (samples: readonly Sample[]): BoundedDifferences =>
  perRound(
    samples,
    (fewestKept) => (fewestKept < FEWEST_OF_QUARTILE ? median : lowerQuartile),
    (before, after) => Math.log(atLeastOneTick(before) / atLeastOneTick(after)),
  )

/** Of two, the quartile would be the lesser: another quantile than that of the other arm, where it kept more. */
const FEWEST_OF_QUARTILE = 3

/** Median kept before − median kept after by round, milliseconds. */
export const roundGaps = (samples: readonly Sample[]): BoundedDifferences =>
  perRound(
    samples,
    () => median,
    (before, after) => (before - after) / 1e6,
  )

/** Median kept after by round, milliseconds: at least so long where `after` was cut off. */
export function roundLatencies(samples: readonly Sample[]): BoundedDifferences {
  const observed = new Map<number, number>()
  const cutOff = new Set<number>()
  for (const [round, { before, after }] of byRound(samples)) {
    const fast = median(after.durationsNs)
    if (fast === null || before.durationsNs.length === 0) continue
    observed.set(round, fast / 1e6)
    if (after.isCensored) cutOff.add(round)
  }
  return { observed, least: observed, most: withEnds(observed, cutOff, Infinity) }
}

function perRound(
  samples: readonly Sample[],
  summaryOf: (fewestKept: number) => (durationsNs: readonly number[]) => number | null,
  difference: (beforeNs: number, afterNs: number) => number,
): BoundedDifferences {
  const observed = new Map<number, number>()
  const cutOff = { before: new Set<number>(), after: new Set<number>() }
  for (const [round, { before, after }] of byRound(samples)) {
    const summary = summaryOf(Math.min(before.durationsNs.length, after.durationsNs.length))
    const [slow, fast] = [summary(before.durationsNs), summary(after.durationsNs)]
    if (slow === null || fast === null) continue
    observed.set(round, difference(slow, fast))
    if (before.isCensored) cutOff.before.add(round)
    if (after.isCensored) cutOff.after.add(round)
  }
  return {
    observed,
    least: withEnds(observed, cutOff.after, -Infinity),
    most: withEnds(observed, cutOff.before, Infinity),
  }
}

const withEnds = (observed: Differences, cutOff: ReadonlySet<number>, end: number): Differences =>
  cutOff.size === 0
    ? observed
    : new Map([...observed].map(([round, seen]) => [round, cutOff.has(round) ? end : seen]))

interface ArmOfRound {
  readonly durationsNs: number[]
  isCensored: boolean
}

function byRound(samples: readonly Sample[]): ReadonlyMap<number, Record<Sample['arm'], ArmOfRound>> {
  const rounds = new Map<number, Record<Sample['arm'], ArmOfRound>>()
  for (const sample of samples.filter(isCounted)) {
    const round = rounds.get(sample.round) ?? { before: emptyArm(), after: emptyArm() }
    const arm = round[sample.arm]
    arm.durationsNs.push(sample.durationNs)
    arm.isCensored ||= sample.censored === true
    rounds.set(sample.round, round)
  }
  return rounds
}

const emptyArm = (): ArmOfRound => ({ durationsNs: [], isCensored: false })

/** The clock counts nanoseconds: a duration it shows as none was under one. */
const atLeastOneTick = (durationNs: number): number => Math.max(durationNs, 1)
