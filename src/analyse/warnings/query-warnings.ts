// What a reader should know of one query beside its verdict.
import { parseClaim } from '../../model/claim.js'
import type { Evidence } from '../../model/evidence.js'
import type { Policy, QueryFacts } from '../../model/facts.js'
import type { QueryResult, Warning } from '../../model/result.js'
import { betweenText, boundsOf, counted, ratioText } from '../judge/ratio-text.js'
import { explainedOf } from '../summaries/summarise-arm.js'
import { indexesIn } from '../plans/summarise-plan.js'

type Cohort = QueryResult['cohorts'][number]

/** A confirmed claim that a cohort does not reach: the verdict is of all tenants together. */
export function warnOfCohorts(
  { name, claim, verdict, cohorts }: QueryResult,
  { tolerance }: Policy,
): readonly Warning[] {
  const parsed = claim === null ? null : parseClaim(claim)
  if (verdict !== 'confirmed' || parsed === null || 'problem' in parsed || parsed.kind !== 'range') return []
  const lowest = parsed.low / (1 + tolerance)
  const below = cohorts.filter((cohort) => highestOf(cohort) < lowest)
  if (below.length === 0) return []
  const list = below.map((cohort) => `${cohort.cohort} (${cohortText(cohort)})`).join(', ')
  const message = `The claim ${claim} holds for all tenants together, but not for every size: ${list}.`
  return [{ code: 'cohort-below-claim', query: name, message }]
}

/** Where so few rounds give a cohort no interval, its estimate is all there is. */
const highestOf = ({ speedup, interval }: Cohort): number =>
  interval === null ? speedup : (interval.high ?? Infinity)

const cohortText = ({ speedup, interval }: Cohort): string =>
  interval === null ? ratioText(speedup) : betweenText(boundsOf(interval))

/** The speed-up of such a query is a bound, not an estimate. */
export function warnOfCensored({ name, censored, arms }: QueryResult, limitMs: number): readonly Warning[] {
  const cutOff = (['before', 'after'] as const).filter((arm) => censored[arm] > 0)
  if (cutOff.length === 0) return []
  const list = cutOff.map((arm) => `${censored[arm]} of ${arms[arm].samples} of ${arm}`).join(', ')
  const message = `Executions ran into the statement timeout of ${limitMs / 1000} s (${list}) and count as at least so long: --statement-timeout gives them more.`
  return [{ code: 'statement-timeout', query: name, message }]
}

export function warnOfQuery(query: QueryFacts, evidence: Evidence): Warning[] {
  const found = [warnOfResults(query), warnOfRecall(query, evidence), warnOfShort(query), warnOfEmpty(query)]
  return [...found, ...warnOfWarmUps(query, evidence)].filter((warning) => warning !== null)
}

function warnOfResults({ name, check, rows }: QueryFacts): Warning | null {
  const share = `${check.differing} of ${counted(rows.length, 'parameter row')}`
  if (check.state === 'different') {
    return { code: 'results-different', query: name, message: `The arms return different rows for ${share}.` }
  }
  if (check.state === 'ambiguous') {
    const message = `Other rows for ${share}: its ORDER BY does not say which rows come first under the LIMIT.`
    return { code: 'results-ambiguous', query: name, message }
  }
  if (check.state !== 'reordered') return null
  return { code: 'results-reordered', query: name, message: `The same rows in another order for ${share}.` }
}

function warnOfRecall({ name, check, recallAt }: QueryFacts, evidence: Evidence): Warning | null {
  if (check.recall === null || check.recall >= evidence.header.policy.minimumRecall) return null
  const used = new Set(indexesIn(explainedOf(evidence, name, 'after').map(({ explain }) => explain)))
  const methods = evidence.header.migration.indexes
    .filter((index) => used.has(index.name))
    .map(({ method }) => method)
  const message = `Recall@${recallAt ?? 'k'} is ${check.recall.toFixed(3)}: the speed-up is partly paid for in missed rows.`
  return { code: 'recall-low', query: name, message: `${message}${recallAdvice(methods)}` }
}

function recallAdvice(methods: readonly string[]): string {
  if (methods.includes('ivfflat')) return ' Raise ivfflat.probes, or build the index on more rows per list.'
  return methods.includes('hnsw') ? ' Raise hnsw.ef_search, or m of the index.' : ''
}

function warnOfShort({ name, check, rows }: QueryFacts): Warning | null {
  if (check.short === 0) return null
  const message = `Fewer rows than the exact answer for ${check.short} of ${counted(rows.length, 'parameter row')}.`
  return { code: 'results-short', query: name, message }
}

/** A write returns no rows by nature. */
function warnOfEmpty({ name, check, rows, writes }: QueryFacts): Warning | null {
  if (writes || check.hitRows > 0 || !rows.some(({ hit }) => hit)) return null
  return { code: 'no-rows', query: name, message: 'It returned no rows: latency says little.' }
}

function warnOfWarmUps({ name }: QueryFacts, { warmUps }: Evidence): Warning[] {
  return (['before', 'after'] as const).flatMap((arm) => {
    const restless = warmUps.filter(
      (warmUp) => warmUp.query === name && warmUp.pair === 'main' && warmUp.arm === arm && !warmUp.converged,
    )
    if (restless.length === 0) return []
    const cohorts = restless.map(({ cohort }) => cohort).join(', ')
    const message = `Latency had not settled when the warm-up of ${arm} ended (${cohorts}).`
    return [{ code: 'warm-up-unfinished', query: name, message }]
  })
}
