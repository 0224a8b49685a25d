// A claim on a group whose quantifier counts members: each is judged, then counted.
import type { Claim } from '../../model/claim.js'
import type { ClaimResult, ClaimVerdict } from '../../model/result.js'
import type { ClaimJudgement } from './judgement.js'
import { counted, ratioText } from './ratio-text.js'

type Member = ClaimResult['members'][number]

/** `required` members must be confirmed; the claim is refuted once too many are refuted for that. */
export function judgeMembers(claim: Claim, members: readonly Member[], required: number): ClaimJudgement {
  const held = members.filter(isHeld)
  const refuted = members.filter(({ verdict }) => verdict === 'refuted')
  const open = members.filter(({ verdict }) => verdict === 'inconclusive')
  const reason = reasonOf(members, held.length, required)
  if (held.length >= required) return { ...heldVerdict(claim, held), reason }
  if (refuted.length > members.length - required) {
    return { verdict: 'refuted', detail: `${refuted.length} of ${members.length} refuted`, reason }
  }
  if (held.length + open.length >= required) return { verdict: 'inconclusive', detail: null, reason }
  const voided = members.find(({ verdict }) => verdict === 'void')
  return { verdict: 'void', detail: voided?.detail ?? null, reason }
}

/** What is better than claimed keeps a promise, too. */
const isHeld = ({ verdict }: Member): boolean => verdict === 'confirmed' || verdict === 'exceeded'

function heldVerdict(claim: Claim, held: readonly Member[]): Pick<ClaimJudgement, 'verdict' | 'detail'> {
  if (held.every(({ verdict }) => verdict === 'exceeded')) {
    return { verdict: 'exceeded', detail: held[0]?.detail ?? null }
  }
  const isBeyond = held.some(({ detail }) => detail !== null)
  const detail = claim.kind === 'range' && isBeyond ? `at least ${ratioText(claim.low)}` : null
  return { verdict: 'confirmed', detail }
}

/** 4 of 5 members confirmed; unread is refuted: between 1.1x and 1.3x, below the claimed 5-10x */
function reasonOf(members: readonly Member[], held: number, required: number): string {
  const needed = required < members.length ? ` (${required} needed)` : ''
  const others = ORDER.flatMap((verdict) => members.filter((member) => member.verdict === verdict))
  const told = others
    .slice(0, MOST_TOLD)
    .map(({ query, verdict, reason }) => `${query} is ${verdict}: ${reason}`)
  const rest = others.length > MOST_TOLD ? [`and ${others.length - MOST_TOLD} more are not confirmed`] : []
  return [`${held} of ${counted(members.length, 'member')} confirmed${needed}`, ...told, ...rest].join('; ')
}

const ORDER: readonly ClaimVerdict[] = ['refuted', 'void', 'inconclusive']
const MOST_TOLD = 3
