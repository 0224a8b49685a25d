// Do the plans that were measured survive a fresh ANALYZE, or were they the luck of one sample of the rows?
import type { Evidence, Stability } from '../../model/evidence.js'
import type { StabilityResult, UnstablePlan } from '../../model/forensics.js'
import { planTree } from './plan-entries.js'
import { explainedOf } from '../summaries/summarise-arm.js'

/** Null where the run ended before it could tell. */
export function summariseStability(evidence: Evidence): StabilityResult | null {
  const all = evidence.stability.flatMap(({ plans }) => plans)
  if (all.length === 0) return null
  return {
    analyses: Math.max(...all.map(({ trees }) => trees.length)),
    plans: all.length,
    unstable: evidence.stability.flatMap((stability) => unstablePlans(stability, evidence)),
  }
}

function unstablePlans({ query, arm, plans }: Stability, evidence: Evidence): UnstablePlan[] {
  const explained = explainedOf(evidence, query, arm)
  return plans.flatMap(({ row, trees }) => {
    const entry = explained.find((candidate) => candidate.row === row)
    if (entry === undefined) return []
    const measured = planTree(entry.explain.Plan)
    const flipped = trees.filter((tree) => !isSame(tree, measured))
    if (flipped.length === 0) return []
    const others = flipped.filter((tree, i) => flipped.findIndex((other) => isSame(other, tree)) === i)
    return [{ query, arm, cohort: entry.cohort, flips: flipped.length, measured, others }]
  })
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n')
