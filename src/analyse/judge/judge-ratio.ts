// A claimed ratio, or no change, against the interval.
import type { RatioClaim } from '../../model/claim.js'
import type { Bounded, ClaimJudgement, Yardsticks } from './judgement.js'
import { judgeRange } from './judge-range.js'
import { judgeUnchanged } from './judge-unchanged.js'

export const judgeRatio = (claim: RatioClaim, speedup: Bounded, yardsticks: Yardsticks): ClaimJudgement =>
  claim.kind === 'unchanged'
    ? judgeUnchanged(speedup, yardsticks.delta)
    : judgeRange(claim, speedup, yardsticks)
