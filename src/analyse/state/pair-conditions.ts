// When the two states of a closer look do not answer the same question, so that there is nothing to measure.
import type { Comparison } from '../../model/comparison.js'
import type { EvidenceHeader } from '../../model/evidence.js'
import type { PairCheck, Policy } from '../../model/facts.js'
import type { PlanKindCounts } from '../../model/result.js'
import { counted } from '../judge/ratio-text.js'
import { VOID } from '../judge/voidness.js'

export interface Incomparable {
  readonly verdict: 'void'
  readonly detail: string
  readonly reason: string
}

export const checkOf = (header: EvidenceHeader, { query, pair }: Comparison): PairCheck | null =>
  header.pairChecks.find((check) => check.query === query && check.pair === pair) ?? null

/** Known before the first sample: such a comparison is not measured at all. */
export function whyIncomparable(
  pairCheck: PairCheck,
  { minimumRecall }: Pick<Policy, 'minimumRecall'>,
): Incomparable | null {
  const { pair, check } = pairCheck
  const { state, differing, recall } = check
  const missed = recall !== null && recall < minimumRecall
  if (pair === 'policy') {
    // The same number of other rows under a LIMIT are other tenants' rows.
    if (state !== 'different' && state !== 'ambiguous' && !missed) return null
    const where = `for ${counted(differing, 'parameter row')}`
    return {
      verdict: 'void',
      detail: VOID.results,
      reason: `the policy filters rows: without it the query returns others (${where}), so there is no overhead to measure`,
    }
  }
  if (state !== 'different' && !missed) return null
  const reason = `the two states return different results for ${counted(differing, 'parameter row')}`
  return { verdict: 'void', detail: VOID.results, reason }
}

/** The server may have made other plans than it was told to: then nothing was compared. */
export function wrongPlans({ pair }: Comparison, kinds: PlanKindCounts | null): Incomparable | null {
  if (pair !== 'generic' || kinds === null) return null
  const { before, after } = kinds
  if (before.generic === 0 && after.custom === 0) return null
  const reason = `the server made ${counted(before.generic, 'generic plan')} where custom ones were asked for, and ${counted(after.custom, 'custom plan')} where generic ones were`
  return { verdict: 'void', detail: 'plan mode', reason }
}
