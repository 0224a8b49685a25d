// Claims on what approximate search finds.
import { describe, expect, it } from 'vitest'
import { judgeRecall } from '../../../../src/analyse/judge/judge-recall.js'
import { parseClaim, type RecallClaim } from '../../../../src/model/claim.js'
import type { ResultCheck } from '../../../../src/model/facts.js'

const ALPHA = 0.01

function claimOf(text: string): RecallClaim {
  const claim = parseClaim(text)
  if ('problem' in claim || claim.kind !== 'recall') throw new Error(`${text} is not one on recall`)
  return claim
}

/** Twelve searches around these means. */
function checkOf(before: number, after: number, spread = 0.02): ResultCheck {
  const recalls = Array.from({ length: 12 }, (_, i) => {
    const step = i % 2 === 0 ? spread : -spread
    return { before: before - step, after: after + step }
  })
  return { query: 'q', state: 'approximate', differing: 12, hitRows: 120, recall: after, recalls, short: 0 }
}

describe('a claim on recall', () => {
  it.each([
    ['recall >= 0.95', 1, 0.99, 'confirmed'],
    ['recall >= 0.95', 1, 0.3, 'refuted'],
    ['recall >= 0.95', 1, 0.95, 'inconclusive'],
    ['recall unchanged', 0.8, 0.8, 'confirmed'],
    ['recall unchanged', 0.8, 0.2, 'refuted'],
    ['recall unchanged', 0.2, 0.8, 'exceeded'],
    ['recall unchanged', 0.8, 0.85, 'confirmed'],
    ['recall unchanged', 0.8, 0.75, 'inconclusive'],
  ])('%s, of %f before and %f after, is %s', (text, before, after, verdict) => {
    expect(judgeRecall(claimOf(text), checkOf(before, after), ALPHA).verdict).toBe(verdict)
  })

  it('tells both means, and of how many searches', () => {
    expect(judgeRecall(claimOf('recall unchanged'), checkOf(0.8, 0.2), ALPHA)).toMatchObject({
      detail: 'recall lost',
      reason:
        'recall is 0.200 with the migration and 0.800 without it, over 12 parameter rows, against the claimed recall unchanged',
      interval: { kind: 'recall', rounds: 12 },
    })
  })

  it('says what is wrong: too little found, or less than before', () => {
    expect(judgeRecall(claimOf('recall >= 0.95'), checkOf(0.3, 0.3), ALPHA).detail).toBe('recall too low')
    expect(judgeRecall(claimOf('recall unchanged'), checkOf(0.3, 0.8), ALPHA).detail).toBe('recall gained')
  })

  it('cannot be judged by nine searches, even if all find everything', () => {
    const check = { ...checkOf(1, 1), recalls: Array.from({ length: 9 }, () => ({ before: 1, after: 1 })) }
    expect(judgeRecall(claimOf('recall >= 0.95'), check, ALPHA)).toMatchObject({
      verdict: 'inconclusive',
      interval: null,
    })
  })
})
