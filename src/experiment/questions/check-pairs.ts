// Before a query is measured in two other states: do both answer the same, by which plans, and may an index do there what
// it does here?
import { compareResults } from '../../analyse/summaries/compare-results.js'
import { lostConditions } from '../../analyse/plans/lost-conditions.js'
import { at } from '../../model/at.js'
import type { Comparison } from '../../model/comparison.js'
import type { MigrationFacts, PairCheck } from '../../model/facts.js'
import type { ArmPlans } from '../../model/plan.js'
import type { Progress } from '../../model/progress.js'
import type { Query } from '../../model/scenario.js'
import { ARM_NAMES, type Arms } from '../../measure/arms.js'
import { explainQuery } from '../../measure/explain.js'
import { fetchResults } from '../../measure/fetch-results.js'
import type { MeasuredQuery } from '../../measure/measured-query.js'
import { tidyArms } from '../../measure/tidy-arms.js'
import { readOperatorTrust } from '../../postgres/catalog/leakproof.js'
import type { Session } from '../../postgres/session.js'
import { armsOfPair, type PairParts } from './arms-of-pair.js'

export interface PairChecks {
  readonly pairChecks: readonly PairCheck[]
  readonly plans: readonly ArmPlans[]
}

/** `measured` are the queries made runnable, by position. */
export async function checkPairs(
  comparisons: readonly Comparison[],
  queries: readonly Query[],
  measured: readonly MeasuredQuery[],
  parts: PairParts,
  progress: Progress,
): Promise<PairChecks> {
  const pairChecks: PairCheck[] = []
  const plans: ArmPlans[] = []
  for (const [i, comparison] of comparisons.entries()) {
    progress.advance(i / comparisons.length, `${comparison.query}, ${comparison.pair}`)
    const position = queries.findIndex(({ name }) => name === comparison.query)
    const arms = armsOfPair(comparison.pair, parts)
    const target = at(measured, position)
    const check = compareResults(at(queries, position), await fetchResults(arms, target, false))
    const explained = await explainPair(arms, target, comparison)
    const operators = await operatorsOf(arms.after.session, comparison, explained, parts.migration)
    pairChecks.push({ ...comparison, check, operators: [...operators] })
    plans.push(explained.before, explained.after)
  }
  // As after the checks of all queries: what was touched and rolled back must not slow the reads that follow.
  if (comparisons.length > 0) await tidyArms(parts.arms.after)
  return { pairChecks, plans }
}

async function explainPair(
  arms: Arms,
  query: MeasuredQuery,
  { pair }: Comparison,
): Promise<Record<(typeof ARM_NAMES)[number], ArmPlans>> {
  const before = { ...(await explainQuery(arms, 'before', query, pair)), planningMs: [] }
  return { before, after: { ...(await explainQuery(arms, 'after', query, pair)), planningMs: [] } }
}

/** Only of the policy pair: what else keeps an index from use has nothing to do with leaks. */
async function operatorsOf(
  session: Session,
  { pair }: Comparison,
  { before, after }: { readonly before: ArmPlans; readonly after: ArmPlans },
  { indexes }: MigrationFacts,
): Promise<PairCheck['operators']> {
  if (pair !== 'policy') return []
  const facts: PairCheck['operators'] = []
  for (const { index, operators } of lostConditions(before.explained, after.explained)) {
    const built = indexes.find(({ name }) => name === index)
    if (built === undefined) continue
    for (const trust of await readOperatorTrust(session, built, operators)) facts.push({ index, ...trust })
  }
  return facts
}
