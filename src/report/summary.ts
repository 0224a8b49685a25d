// The whole run in one sentence: the first line of the report and the last of the terminal.
import type { QueryResult, Result, Verdict } from '../model/result.js'
import { counted, formatSpeedup } from './format.js'
import { verdictCounts } from './verdict-words.js'

/** "3 of 10 claims confirmed, 1 refuted; 2 queries without a claim: 2 unchanged; suite geometric mean 8.2x [7.9, 8.6]." */
export function renderVerdictLine(result: Result): string {
  const claimed = result.queries.filter((query) => query.claim !== null)
  const others = result.queries.filter((query) => query.claim === null)
  const parts = [
    claimsPart(claimed, 'claim'),
    claimsPart(result.claims, 'claim on a group', 'claims on groups'),
    claimsPart(result.checks, 'check'),
    claimsPart(result.fails, 'expected failure'),
    othersPart(others, claimed.length > 0),
    suitePart(result),
  ]
  const sentence = parts.filter((part) => part !== '').join('; ')
  const interrupted = result.run.stoppedBy === 'interrupted' ? 'Interrupted run: ' : ''
  return `${interrupted}${result.run.arms === 'aa' ? 'A/A run: ' : ''}${sentence}.`
}

function claimsPart(claims: readonly { readonly verdict: Verdict }[], ...words: [string, string?]): string {
  if (claims.length === 0) return ''
  const confirmed = claims.filter(({ verdict }) => verdict === 'confirmed').length
  const rest = verdictCounts(claims.filter(({ verdict }) => verdict !== 'confirmed'))
  return `${confirmed} of ${counted(claims.length, ...words)} confirmed${rest === '' ? '' : `, ${rest}`}`
}

function othersPart(others: readonly QueryResult[], besideClaims: boolean): string {
  if (others.length === 0) return besideClaims ? '' : 'nothing was measured'
  return `${counted(others.length, 'query', 'queries')} without a claim: ${verdictCounts(others)}`
}

const suitePart = ({ suite }: Result): string =>
  suite.speedup === null
    ? 'no suite speed-up (too few rounds)'
    : `suite geometric mean ${formatSpeedup(suite.speedup)}`
