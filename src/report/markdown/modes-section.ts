// As the application runs it: what row-level security costs a query, and what a generic plan does.
import type { ComparisonResult, Gap } from '../../model/result.js'
import { escapeCode, escapeText } from '../escape.js'
import { formatCount, formatMs, formatRatio, formatInterval, NOT_MEASURED } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

export function modesSection(comparisons: readonly ComparisonResult[]): string {
  const policy = comparisons.filter(({ pair }) => pair === 'policy')
  const generic = comparisons.filter(({ pair }) => pair === 'generic')
  if (policy.length === 0 && generic.length === 0) return ''
  return ['## Row-level security and plan modes', policyPart(policy), genericPart(generic)]
    .filter((part) => part !== '')
    .join('\n\n')
}

const POLICY_COLUMNS = [
  left('query'),
  right('without policy'),
  right('with policy'),
  right('overhead'),
  right('with ÷ without'),
  left('verdict'),
]

const POLICY_NOTE =
  'With the migration, as the same role and tenant, row-level security switched off and on. ' +
  'Before an operator that is not leakproof (it could tell of other rows) PostgreSQL evaluates the policy: no index is searched by it.'

const policyPart = (comparisons: readonly ComparisonResult[]): string =>
  comparisons.length === 0
    ? ''
    : [POLICY_NOTE, markdownTable(POLICY_COLUMNS, comparisons.map(timeRow)), notes(comparisons)].join('\n\n')

const GENERIC_COLUMNS = [
  left('query'),
  right('custom plan'),
  right('generic plan'),
  right('difference'),
  right('generic ÷ custom'),
  left('verdict'),
  left('plans that ran'),
]

const GENERIC_NOTE =
  'With the migration, planned anew for the parameters of each execution, and once for all of them, as PostgreSQL may choose to after five executions.'

const genericPart = (comparisons: readonly ComparisonResult[]): string =>
  comparisons.length === 0
    ? ''
    : [
        GENERIC_NOTE,
        markdownTable(
          GENERIC_COLUMNS,
          comparisons.map((comparison) => [...timeRow(comparison), plansThatRan(comparison)]),
        ),
        notes(comparisons),
      ].join('\n\n')

function timeRow({ query, beforeMs, afterMs, gapMs, speedup, verdict }: ComparisonResult): string[] {
  return [
    escapeCode(query),
    formatMs(beforeMs),
    formatMs(afterMs),
    gapMs === null ? NOT_MEASURED : formatOverhead(gapMs),
    speedup === null
      ? NOT_MEASURED
      : `${formatRatio(1 / speedup.estimate)} ${formatInterval(inverse(speedup.high), inverse(speedup.low))}`,
    verdict,
  ]
}

/** After − before: +12.4 ms [+11.9 ms, +13 ms] */
const formatOverhead = ({ estimate, low, high }: Gap): string =>
  `${signedMs(-estimate)} [${high === null ? '-∞' : signedMs(-high)}, ${low === null ? '∞' : signedMs(-low)}]`

const signedMs = (ms: number): string => `${ms < 0 ? '-' : '+'}${formatMs(Math.abs(ms))}`

const inverse = (ratio: number | null): number | null => (ratio === null ? null : 1 / ratio)

function plansThatRan({ planKinds }: ComparisonResult): string {
  if (planKinds === null) return 'the server does not tell'
  const { before, after } = planKinds
  return `${formatCount(before.custom)} custom, ${formatCount(after.generic)} generic`
}

/** Why a comparison is void, and what the plans say. */
function notes(comparisons: readonly ComparisonResult[]): string {
  const lines = comparisons.map(({ query, verdict, reason, explanation }) => {
    const isOpen = verdict === 'void' || verdict === 'inconclusive'
    const why = isOpen || explanation === null ? [reason] : []
    const sentences = [...why, ...(explanation === null ? [] : [explanation])].map(escapeText)
    return `- ${escapeCode(query)}, **${verdict}**: ${sentences.join('. ')}.`
  })
  return lines.join('\n')
}
