// A verdict of time, with what planning and plans say of it: a cause makes an unexplained difference an explained one.
import type { Finding } from '../../model/forensics.js'
import type { Speedup } from '../../model/result.js'
import type { Judgement } from '../judge/judgement.js'
import { betweenText, boundsOf } from '../judge/ratio-text.js'
import { planningText, type Time } from './agreement.js'
import type { PlanningShare } from './planning-share.js'

interface Causes {
  readonly speedup: Speedup | null
  readonly time: Time
  readonly planning: PlanningShare | null
  readonly findings: readonly Finding[]
}

export function explainJudgement(judgement: Judgement, causes: Causes): Judgement {
  const { speedup, time, planning, findings } = causes
  if (speedup === null || (time !== 'slower' && time !== 'faster')) return judgement
  if (planning !== null && isUnclaimed(judgement)) {
    const between = betweenText(boundsOf(speedup))
    const cause = `most of the difference is planning (${planningText(planning)})`
    const reason = `${between}: ${time} with the migration; ${cause}`
    return { verdict: time === 'slower' ? 'regression' : 'faster', detail: 'planning', reason }
  }
  const [first] = findings
  return first === undefined ? judgement : { ...judgement, reason: `${judgement.reason}; ${first.text}` }
}

/** Verdicts that only a query without a claim gets; `faster` needs no other cause than its plan. */
const isUnclaimed = ({ verdict }: Judgement): boolean => verdict === 'unexplained' || verdict === 'regression'
