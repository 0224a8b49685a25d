// The second line of evidence of one query: what its work says of its time, what changed where it is slower, and the
// verdict with that in mind.
import type { Finding, Work } from '../../model/forensics.js'
import type { Judgement } from '../judge/judgement.js'
import { agreementOf, timeOf } from './agreement.js'
import { explainJudgement } from './explain-judgement.js'
import { findingsOf } from './findings.js'
import type { FirstLine } from './first-line.js'
import { planningShare } from './planning-share.js'
import { blocksRatio, summariseWork } from './summarise-work.js'

export function secondLine(
  line: FirstLine,
): Judgement & { readonly work: Work; readonly findings: Finding[] } {
  const { judgement, speedup, delta, gapMs, before, after, planDifferences } = line
  const time = timeOf(judgement.verdict, speedup, delta)
  const counts = {
    before: summariseWork(before),
    after: summariseWork(after),
    blocksRatio: blocksRatio(before, after),
  }
  const planning = planningShare(before.planningMs, after.planningMs, gapMs)
  const planChanged = planDifferences.some(({ changed }) => changed)
  const agreement = agreementOf({ time, ...counts, planning, planChanged })
  const findings = time === 'slower' ? findingsOf(line, planning) : []
  return {
    ...explainJudgement(judgement, { speedup, time, planning, findings }),
    work: { ...counts, agreement },
    findings,
  }
}
