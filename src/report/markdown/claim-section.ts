// Claims on groups of queries: the verdict, why, and each member.
import type { ClaimResult } from '../../model/result.js'
import { formatClaimInterval, claimedOf } from '../claim-words.js'
import { escapeCode, escapeHtml, escapeText } from '../escape.js'
import { verdictText, verdictWord } from '../verdict-words.js'
import { left, markdownTable, right } from './markdown-table.js'

const COLUMNS = [left('group'), left('claim'), left('verdict')]
const MEMBER_COLUMNS = [left('query'), right('measured'), left('verdict')]

export const claimSection = (claims: readonly ClaimResult[]): string =>
  claims.length === 0
    ? ''
    : [
        '## Claims on groups',
        markdownTable(COLUMNS, claims.map(claimRow)),
        claims.map(reasonLine).join('\n'),
        ...claims.map(membersOf),
      ].join('\n\n')

const claimRow = (claim: ClaimResult): string[] => [
  `${escapeText(claim.title)} ${escapeCode(claim.name)}`,
  escapeText(claimedOf(claim)),
  escapeText(verdictText(claim)),
]

function reasonLine({ name, verdict, reason, interval }: ClaimResult): string {
  const mean = interval === null ? '' : `, the geometric mean ${escapeText(formatClaimInterval(interval))}`
  return `- ${escapeCode(name)}, **${verdict}**: ${escapeText(reason)}${mean}`
}

const membersOf = ({ name, members }: ClaimResult): string =>
  [
    `<details><summary>Members of ${escapeHtml(name)}</summary>`,
    markdownTable(MEMBER_COLUMNS, members.map(memberRow)),
    '</details>',
  ].join('\n\n')

const memberRow = ({ query, verdict, interval }: ClaimResult['members'][number]): string[] => [
  escapeCode(query),
  escapeText(formatClaimInterval(interval)),
  verdict === null ? '' : escapeText(verdictWord(verdict)),
]
