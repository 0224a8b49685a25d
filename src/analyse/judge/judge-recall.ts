// A claim on what approximate search finds, by the searches that were compared before measuring: no sample is needed.
import type { RecallClaim } from '../../model/claim.js'
import type { ResultCheck } from '../../model/facts.js'
import type { ClaimResult } from '../../model/result.js'
import { estimateShare, meanOf, type MeanShare } from '../statistics/estimate-share.js'
import type { ClaimJudgement } from './judgement.js'
import { counted } from './ratio-text.js'

type Member = ClaimResult['members'][number]

/** k-means starts anew at random with every build: two builds of one index differ by less than this. */
const UNCHANGED_WITHIN = 0.05
/** A handful of searches that all find everything have no spread to tell how far they may be off. */
const FEWEST_ROWS = 10

/** confirmed, exceeded (more is found than before), refuted or inconclusive: more rounds change nothing, more parameter rows would. */
export function judgeRecall(claim: RecallClaim, { query, recalls }: ResultCheck, alpha: number): Member {
  const { least } = claim
  const differs = least === null
  const found = recalls.map(({ before, after }) => (differs ? after - before : after))
  const interval = recalls.length < FEWEST_ROWS ? null : estimateShare(found, alpha, differs ? -1 : 0)
  if (interval === null) {
    const reason = `${counted(recalls.length, 'parameter row')} of the ${FEWEST_ROWS} that a verdict on recall needs`
    return { query, verdict: 'inconclusive', detail: null, reason, interval: null }
  }
  const verdict = least === null ? comparedVerdict(interval) : levelVerdict(interval, least)
  return {
    query,
    ...verdict,
    reason: `${recallText(recalls)}, against the claimed ${claim.text}`,
    interval: { ...interval, kind: 'recall', confidence: 1 - alpha, rounds: recalls.length },
  }
}

type Verdict = Pick<ClaimJudgement, 'verdict' | 'detail'>

/** Who finds more than before has lost nothing. */
function comparedVerdict({ low, high }: MeanShare): Verdict {
  if (high < -UNCHANGED_WITHIN) return { verdict: 'refuted', detail: 'recall lost' }
  if (low > UNCHANGED_WITHIN) return { verdict: 'exceeded', detail: 'recall gained' }
  return { verdict: low >= -UNCHANGED_WITHIN ? 'confirmed' : 'inconclusive', detail: null }
}

function levelVerdict({ low, high }: MeanShare, least: number): Verdict {
  if (high < least) return { verdict: 'refuted', detail: 'recall too low' }
  return { verdict: low >= least ? 'confirmed' : 'inconclusive', detail: null }
}

function recallText(recalls: ResultCheck['recalls']): string {
  const [before, after] = (['before', 'after'] as const).map((arm) =>
    meanOf(recalls.map((recall) => recall[arm])).toFixed(3),
  )
  return `recall is ${after} with the migration and ${before} without it, over ${counted(recalls.length, 'parameter row')}`
}
