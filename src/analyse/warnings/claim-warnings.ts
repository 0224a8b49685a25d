// What a reader should know beside the verdict on a claim in milliseconds.
import { isInMilliseconds, parseClaim, type MillisecondsClaim } from '../../model/claim.js'
import type { Policy } from '../../model/facts.js'
import type { ClaimResult, NoiseFloor, QueryResult, Warning } from '../../model/result.js'
import { msText } from '../judge/milliseconds-text.js'

type Cohort = QueryResult['cohorts'][number]

/** Of one query: cohorts that a claim that is not refuted does not hold for. The verdict is of all tenants together. */
export function warnOfCohortTimes(
  { name, claim: text, verdict, cohorts }: QueryResult,
  { tolerance }: Policy,
): readonly Warning[] {
  const claim = inMilliseconds(text)
  if (claim === null || (verdict !== 'confirmed' && verdict !== 'inconclusive')) return []
  const missed = cohorts.filter((cohort) => !holdsFor(claim, cohort, tolerance))
  if (missed.length === 0) return []
  const list = missed.map((cohort) => `${cohort.cohort} (${msText(timeOf(claim, cohort))})`).join(', ')
  const message = `The claim "${claim.text}" does not hold for every size of tenant: ${list}.`
  return [{ code: 'cohort-misses-claim', query: name, message }]
}

/** Of one query or one group: a latency that SELECT 1 exceeds cannot be confirmed from this client. */
export function warnOfFloor(
  { name, claim: text }: Pick<QueryResult | ClaimResult, 'name' | 'claim'>,
  { clientFloorMs }: NoiseFloor,
): readonly Warning[] {
  const claim = inMilliseconds(text)
  if (claim?.kind !== 'latency' || clientFloorMs === null || clientFloorMs <= claim.boundMs) return []
  const message = `SELECT 1 takes ${msText(clientFloorMs)} from this client: no query can be "${claim.text}" here, whatever the migration does.`
  return [{ code: 'claim-below-floor', query: name, message }]
}

function inMilliseconds(text: string | null): MillisecondsClaim | null {
  const claim = text === null ? null : parseClaim(text)
  return claim !== null && 'kind' in claim && isInMilliseconds(claim) ? claim : null
}

const holdsFor = (claim: MillisecondsClaim, cohort: Cohort, tolerance: number): boolean =>
  claim.kind === 'saving'
    ? timeOf(claim, cohort) >= claim.boundMs / (1 + tolerance)
    : timeOf(claim, cohort) <= claim.boundMs * (1 + tolerance)

function timeOf({ kind }: MillisecondsClaim, { beforeMs, afterMs }: Cohort): number {
  if (kind === 'latency') return afterMs
  return kind === 'overhead' ? afterMs - beforeMs : beforeMs - afterMs
}
