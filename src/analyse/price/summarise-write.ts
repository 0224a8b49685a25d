// One write without the migration and with it: latency, log, HOT updates, and what is concluded of them.
import type { CopyName, PriceEvidence, WriteFacts, WriteVisit } from '../../model/price.js'
import type { CopyResult, WriteResult } from '../../model/price-result.js'
import type { Speedup } from '../../model/result.js'
import { estimateLocation } from '../statistics/estimate-location.js'
import { estimateSpeedup } from '../statistics/estimate-speedup.js'
import { judgeEffect } from '../judge/judge-effect.js'
import { unbounded } from '../judge/judge.js'
import { withOpenSides } from '../judge/judgement.js'
import { median } from '../statistics/median.js'
import { betweenText, boundsOf } from '../judge/ratio-text.js'
import { writeDifferences } from './write-differences.js'

export interface WriteRules {
  /** Of the verdict of one write, after sharing. */
  readonly alpha: number
  /** Of the time that is added, on which no verdict hangs. */
  readonly extraAlpha: number
  readonly smallestEffect: number
  readonly minimumRounds: number
}

export function summariseWrite(facts: WriteFacts, price: PriceEvidence, rules: WriteRules): WriteResult {
  const visits = price.visits.filter(({ write }) => write === facts.name)
  const ofCopy = (copy: CopyName): readonly WriteVisit[] => visits.filter((visit) => visit.copy === copy)
  const { ratios, extraMs } = writeDifferences(ofCopy('before'), ofCopy('after'))
  const speedup = estimateSpeedup(ratios, rules.alpha)
  const control = estimateSpeedup(writeDifferences(ofCopy('before'), ofCopy('control')).ratios, rules.alpha)
  const delta = deltaOf(control, rules)
  return {
    ...facts,
    ...judgeWrite(visits, speedup, control, delta, rules),
    speedup,
    control,
    delta,
    extraMs: extraMs.length === 0 ? null : estimateLocation(extraMs, rules.extraAlpha),
    before: copyResult('before', facts.name, price),
    after: copyResult('after', facts.name, price),
    missed: visits.reduce((sum, { missed }) => sum + missed, 0),
  }
}

/**
 * What two copies without the migration differ by tells nothing of a third. Its estimate and not its bound: the width of
 * its interval is noise, and the interval that is judged has that already.
 */
const deltaOf = (control: Speedup | null, { smallestEffect }: WriteRules): number =>
  control === null ? smallestEffect : Math.max(smallestEffect, control.estimate, 1 / control.estimate)

function judgeWrite(
  visits: readonly WriteVisit[],
  speedup: Speedup | null,
  control: Speedup | null,
  delta: number,
  { smallestEffect, minimumRounds }: WriteRules,
): Pick<WriteResult, 'verdict' | 'reason'> {
  const failed = visits.find(({ error }) => error !== undefined)
  if (failed?.error !== undefined) return { verdict: 'void', reason: `an execution failed: ${failed.error}` }
  if (speedup === null) return { verdict: 'inconclusive', reason: 'nothing was written' }
  const failure = controlFailure(control, smallestEffect)
  if (failure !== null) return { verdict: 'void', reason: failure }
  if (speedup.rounds < minimumRounds) {
    return {
      verdict: 'inconclusive',
      reason: `${speedup.rounds} of at least ${minimumRounds} rounds: more time or more parameter rows are needed`,
    }
  }
  const bounded = withOpenSides(speedup)
  if (bounded === null) return { verdict: 'inconclusive', reason: unbounded(speedup).reason }
  const { verdict, reason } = judgeEffect(bounded, delta)
  // A control that differs hides effects; it does not make an interval of its width mean 'no effect'.
  if (verdict !== 'unchanged' || judgeEffect(bounded, smallestEffect).verdict === 'unchanged') {
    return { verdict, reason }
  }
  return {
    verdict: 'inconclusive',
    reason: `${reason}, which is what two copies without the migration differ by`,
  }
}

/** The whole interval of two copies that nothing tells apart lies outside of the smallest effect. */
function controlFailure(control: Speedup | null, smallestEffect: number): string | null {
  if (control === null) return null
  const { low, high } = boundsOf(control)
  if (low <= smallestEffect && high >= 1 / smallestEffect) return null
  return `the control copy, without the migration as well, came out ${betweenText({ low, high })}`
}

function copyResult(copy: CopyName, write: string, { visits, explained }: PriceEvidence): CopyResult {
  const own = visits.filter((visit) => visit.copy === copy && visit.write === write)
  const durationsNs = own.flatMap((visit) => visit.durationsNs)
  const medianNs = median(durationsNs)
  const rounds = new Map<number, number[]>()
  for (const visit of own) rounds.set(visit.round, [...(rounds.get(visit.round) ?? []), ...visit.durationsNs])
  const paces = [...rounds.values()].flatMap((ns) => (ns.length === 0 ? [] : [(ns.length * 1e9) / sum(ns)]))
  const perVisit = own.flatMap(({ walBytes, rows }) =>
    walBytes === null || rows === 0 ? [] : [walBytes / rows],
  )
  const perStatement = explained.flatMap((one) =>
    one.of === 'write' && one.name === write && one.copy === copy && one.walBytesPerRow !== null
      ? [one.walBytesPerRow]
      : [],
  )
  const updates = sum(own.map((visit) => visit.updates ?? 0))
  return {
    executions: durationsNs.length,
    medianMs: medianNs === null ? null : medianNs / 1e6,
    perSecond: median(paces),
    walBytesPerRow: median(perVisit) ?? median(perStatement),
    hotShare: updates === 0 ? null : sum(own.map((visit) => visit.hotUpdates ?? 0)) / updates,
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
