// What somebody published, statement by statement, with what each was judged by and what came of it.
import { parseClaim, type Claim } from '../model/claim.js'
import type { ClaimInterval, ClaimResult, QueryResult, Result, Verdict } from '../model/result.js'
import type { FailResult } from '../model/scenario-checks.js'
import { claimedOf, formatClaimInterval } from './claim-words.js'
import { formatMs } from './format.js'

export interface PublishedStatement {
  /** Word for word. */
  readonly says: string
  readonly kind: 'query' | 'claim' | 'check' | 'failure'
  /** In scenario.yaml. */
  readonly name: string
  /** What it was judged by, in words. */
  readonly judgedBy: string
  readonly verdict: Verdict
  readonly detail: string | null
  /** An interval, the detail of a check, an error. */
  readonly measured: string
}

type Told = Omit<PublishedStatement, 'says'> & { readonly says: string | null }

/** In the order of scenario.yaml: queries, claims on groups, checks, failures. */
export function publishedStatements(result: Result): readonly PublishedStatement[] {
  const told: readonly Told[] = [
    ...result.queries.map(ofQuery),
    ...result.claims.map((claim) => ofClaim(claim, result.queries)),
    ...result.checks.map(({ says, name, title, verdict, reason }): Told => ({
      says,
      kind: 'check',
      name,
      judgedBy: title,
      verdict,
      detail: null,
      measured: reason,
    })),
    ...result.fails.map(ofFail),
  ]
  return told.flatMap(({ says, ...statement }) => (says === null ? [] : [{ says, ...statement }]))
}

const ofQuery = (query: QueryResult): Told => {
  const { says, name, title, claim, verdict, detail } = query
  return {
    says,
    kind: 'query',
    name,
    verdict,
    detail,
    judgedBy: claim === null ? `${title}, nothing claimed in numbers` : `${title}: ${claim}`,
    measured: formatClaimInterval(intervalOf(query)) + serverTime(claim, query),
  }
}

/** A latency is the client's; who published it may have read it off EXPLAIN. */
function serverTime(claim: string | null, query: QueryResult | undefined): string {
  const executionMs = query?.latencyMs?.executionMs ?? null
  if (claim === null || executionMs === null || kindOf(claim) !== 'latency') return ''
  return ` (inside the server ${formatMs(executionMs)})`
}

const kindOf = (claim: string): Claim['kind'] => {
  const parsed = parseClaim(claim)
  return 'kind' in parsed ? parsed.kind : 'range'
}

/** In the terms of its claim. */
function intervalOf({ claim, speedup, latencyMs, gapMs }: QueryResult): ClaimInterval | null {
  switch (claim === null ? 'range' : kindOf(claim)) {
    case 'latency':
      return latencyMs === null ? null : { ...latencyMs, kind: 'milliseconds' }
    case 'saving':
      return gapMs === null ? null : { ...gapMs, kind: 'milliseconds' }
    case 'overhead':
      if (gapMs === null) return null
      return {
        ...gapMs,
        kind: 'milliseconds',
        estimate: -gapMs.estimate,
        low: negated(gapMs.high),
        high: negated(gapMs.low),
      }
    case 'range':
    case 'unchanged':
      return speedup === null ? null : { ...speedup, kind: 'ratio' }
    case 'recall':
      return null // claimed of groups only
  }
}

const negated = (value: number | null): number | null => (value === null ? null : -value)

const ofClaim = (claim: ClaimResult, queries: readonly QueryResult[]): Told => {
  const { says, name, title, verdict, detail, interval, members } = claim
  return {
    says,
    kind: 'claim',
    name,
    verdict,
    detail,
    judgedBy: `${title}: ${claimedOf(claim)}`,
    measured:
      interval === null
        ? members
            .map((member) => {
              const query = queries.find((one) => one.name === member.query)
              return `${member.query} ${formatClaimInterval(member.interval)}${serverTime(claim.claim, query)}`
            })
            .join('; ')
        : formatClaimInterval(interval),
  }
}

const ofFail = ({ says, name, title, sqlstate, verdict, reason }: FailResult): Told => ({
  says,
  kind: 'failure',
  name,
  verdict,
  detail: null,
  judgedBy: `${title}: it fails${sqlstate === null ? '' : ` with ${sqlstate}`}`,
  measured: reason,
})
