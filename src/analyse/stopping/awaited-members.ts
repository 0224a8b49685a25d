// Which queries must go on being measured because a claim on their group is undecided.
import type { Comparison } from '../../model/comparison.js'
import type { Policy } from '../../model/facts.js'
import type { ClaimInterval, ClaimResult, ClaimVerdict } from '../../model/result.js'
import { leansOnNoise } from './is-settled.js'
import { boundsOf } from '../judge/ratio-text.js'
import { isVoidForGood } from '../judge/voidness.js'

/** Where each member is judged, those that are decided need no more rounds; a geometric mean needs them all. Recall is known before the first. */
export function awaitedMembers(claim: ClaimResult, { smallestEffect }: Policy): readonly Comparison[] {
  const isOfMean = claim.members.every(({ verdict }) => verdict === null)
  const isDecided = isOfMean ? !isOpen(claim) && !isShaky(claim, smallestEffect) : !isOpen(claim)
  return claim.members
    .filter(({ interval }) => interval?.kind !== 'recall')
    .filter((member) => (isOfMean ? !isDecided : isAwaited(member, isDecided, smallestEffect)))
    .map(({ query }) => ({ query, pair: claim.pair }))
}

type Member = ClaimResult['members'][number]

const isAwaited = (member: Member, isDecided: boolean, smallestEffect: number): boolean =>
  isShaky(member, smallestEffect) || (!isDecided && isOpen(member))

interface Judged {
  readonly verdict: ClaimVerdict | null
  readonly detail: string | null
  readonly interval: ClaimInterval | null
}

const isOpen = ({ verdict, detail }: Pick<Judged, 'verdict' | 'detail'>): boolean =>
  verdict === 'inconclusive' || (verdict === 'void' && !isVoidForGood({ verdict, detail }))

/** Would quieter controls take the verdict back? */
const isShaky = ({ verdict, interval }: Judged, smallestEffect: number): boolean =>
  (verdict === 'confirmed' || verdict === 'exceeded') &&
  interval?.kind === 'ratio' &&
  leansOnNoise(boundsOf(interval), smallestEffect)
