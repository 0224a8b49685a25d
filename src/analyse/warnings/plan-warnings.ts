// What plans warn of: estimates that were far off where it may have cost something, and plans that a fresh ANALYZE changes.
import type { StabilityResult } from '../../model/forensics.js'
import type { QueryResult, Warning } from '../../model/result.js'
import { counted } from '../judge/ratio-text.js'
import { timeOf } from '../work-done/agreement.js'
import { countText } from '../work-done/work-text.js'

export const warnOfPlans = (
  queries: readonly QueryResult[],
  stability: StabilityResult | null,
  delta: number,
): Warning[] => [
  ...queries.flatMap((query) => warnOfEstimates(query, delta)),
  ...(stability === null ? [] : warnOfStability(stability)),
]

/** Of the plan with the migration alone, and only where the query is slower with it or nothing is certain. */
function warnOfEstimates({ name, verdict, speedup, planDifferences }: QueryResult, delta: number): Warning[] {
  const time = timeOf(verdict, speedup, delta)
  if (time !== 'slower' && !(time === 'undecided' && verdict === 'inconclusive')) return []
  const [worst] = planDifferences
    .flatMap(({ cohort, after }) => after.misestimates.map((misestimate) => ({ cohort, ...misestimate })))
    .sort((a, b) => b.factor - a.factor)
  if (worst === undefined) return []
  const rows = `${countText(worst.estimated)} rows expected, ${countText(worst.actual)} met`
  const message = `The planner misjudged ${worst.node} (${worst.cohort}): ${rows}.`
  return [{ code: 'misestimate', query: name, message }]
}

/** One warning for a query in an arm, whatever the number of its cohorts. */
function warnOfStability({ analyses, unstable }: StabilityResult): Warning[] {
  const places = [...new Set(unstable.map(({ query, arm }) => JSON.stringify([query, arm])))]
  return places.map((place) => {
    const ofPlace = unstable.filter(({ query, arm }) => JSON.stringify([query, arm]) === place)
    const [worst] = [...ofPlace].sort((a, b) => b.flips - a.flips)
    const cohorts = ofPlace.map(({ cohort }) => cohort).join(', ')
    const often = `in ${worst?.flips ?? 0} of ${counted(analyses, 'fresh ANALYZE')}`
    const other = leafText(worst?.others[0] ?? [])
    const message = `Arm ${worst?.arm ?? ''}, ${cohorts}: ${often} the planner chose another plan than the one measured: ${other} instead of ${leafText(worst?.measured ?? [])}.`
    return { code: 'plan-unstable', query: worst?.query ?? null, message }
  })
}

/** Whole trees are in the result; the scans tell most of a plan. */
const leafText = (tree: readonly string[]): string =>
  tree
    .filter((line) => line.includes(' on ') || line.includes(' using '))
    .map((line) => line.trim())
    .join(', ')
