// A claim on what approximate search finds, by the searches that were compared before measuring: no sample is needed.
import type { RecallClaim } from '../model/claim.js'
import type { ResultCheck } from '../model/facts.js'
import type { ClaimResult } from '../model/result.js'
import { estimateShare, meanOf } from './estimate-share.js'
import type { ClaimJudgement } from './judgement.js'
import { counted } from './ratio-text.js'

type Member = ClaimResult['members'][number]

/** k-means starts anew at random with every build: two builds of one index differ by less than this. */
const UNCHANGED_WITHIN = 0.05

/** confirmed, refuted or inconclusive: more rounds change nothing, more parameter rows would. */
export function judgeRecall(claim: RecallClaim, { query, recalls }: ResultCheck, alpha: number): Member {
  const { least } = claim
  const interval = estimateShare(
    recalls.map(({ before, after }) => (least === null ? after - before : after)),
    alpha,
  )
  if (interval === null) {
    const reason = `${counted(recalls.length, 'parameter row')} cannot bound recall`
    return { query, verdict: 'inconclusive', detail: null, reason, interval: null }
  }
  const [lowest, highest] = least === null ? [-UNCHANGED_WITHIN, UNCHANGED_WITHIN] : [least, Infinity]
  return {
    query,
    ...verdictOf(interval, lowest, highest),
    reason: `${recallText(recalls)}, against the claimed ${claim.text}`,
    interval: { ...interval, kind: 'recall', confidence: 1 - alpha, rounds: recalls.length },
  }
}

function verdictOf(
  { low, high }: { readonly low: number; readonly high: number },
  lowest: number,
  highest: number,
): Pick<ClaimJudgement, 'verdict' | 'detail'> {
  if (high < lowest) return { verdict: 'refuted', detail: 'recall lost' }
  if (low > highest) return { verdict: 'refuted', detail: 'recall gained' }
  return { verdict: low >= lowest && high <= highest ? 'confirmed' : 'inconclusive', detail: null }
}

function recallText(recalls: ResultCheck['recalls']): string {
  const [before, after] = (['before', 'after'] as const).map((arm) =>
    meanOf(recalls.map((recall) => recall[arm])).toFixed(3),
  )
  return `recall is ${after} with the migration and ${before} without it, over ${counted(recalls.length, 'parameter row')}`
}
