import { describe, expect, it } from 'vitest'
import { judge } from '../../../../src/analyse/judge/judge.js'
import { isInMilliseconds, isOfRecall, parseClaim } from '../../../../src/model/claim.js'
import type { RatioClaim } from '../../../../src/model/claim.js'
import type { Speedup } from '../../../../src/model/result.js'

const YARDSTICKS = { delta: 1.05, tolerance: 0.05 }

const interval = (low: number | null, high: number | null): Speedup => ({
  estimate: Math.sqrt((low ?? 1) * (high ?? 1)),
  low,
  high,
  confidence: 0.95,
  rounds: 18,
})

function claimed(text: string): RatioClaim {
  const claim = parseClaim(text)
  if ('problem' in claim || isInMilliseconds(claim) || isOfRecall(claim)) throw new Error(`no ratio: ${text}`)
  return claim
}

const verdictOn = (text: string, low: number, high: number, delta = 1.05): string => {
  const { verdict, detail } = judge(claimed(text), interval(low, high), { ...YARDSTICKS, delta }, true)
  return detail === null ? verdict : `${verdict}: ${detail}`
}

describe('a claimed range', () => {
  it.each([
    ['10-100x', 12.1, 14, 'confirmed'],
    ['10-100x', 9.6, 104, 'confirmed'],
    ['10-100x', 90, 120, 'confirmed: at least 10x'],
    ['10-100x', 106, 120, 'exceeded: above 100x'],
    ['10-100x', 3, 4, 'refuted: smaller'],
    ['10-100x', 0.98, 1.02, 'refuted: no effect'],
    ['10-100x', 0.5, 0.6, 'refuted: slower'],
    ['10-100x', 0.99, 1.5, 'refuted: smaller or no effect'],
    ['10-100x', 0.9, 1.01, 'refuted: no effect or slower'],
    ['10-100x', 8, 12, 'inconclusive'],
    ['10-100x', 0.5, 300, 'inconclusive'],
    ['>=5x', 5.1, 900, 'confirmed: at least 5x'],
    ['>=5x', 4.7, 4.75, 'refuted: smaller'],
    ['>=5x', 4.7, 6, 'inconclusive'],
    ['0.9-1.1x', 0.98, 1.02, 'confirmed'],
    ['>=0.8x', 0.78, 0.9, 'confirmed: at least 0.8x'],
    ['>=0.8x', 0.5, 0.6, 'refuted: slower'],
    ['0.5-0.7x', 0.55, 0.6, 'confirmed'],
    ['0.5-0.7x', 0.99, 1.01, 'exceeded: above 0.7x'],
  ])('%s against %f to %f is %s', (text, low, high, expected) => {
    expect(verdictOn(text, low, high)).toBe(expected)
  })

  it.each([
    ['>=5x', 6, null, 'confirmed: at least 5x'],
    ['5-10x', 6, null, 'confirmed: at least 5x'],
    ['5-10x', 11, null, 'exceeded: above 10x'],
    ['>=5x', 3, null, 'inconclusive'],
    ['0.5-0.7x', 0.6, null, 'inconclusive'],
    ['5-10x', null, 4, 'refuted: smaller or no effect'],
    ['5-10x', null, 0.5, 'refuted: slower'],
    ['5-10x', null, 7, 'inconclusive'],
    ['unchanged', 1.2, null, 'refuted: faster'],
    ['unchanged', 0.99, null, 'inconclusive'],
  ])(
    '%s against %s to %s, one side open for executions that were cut off, is %s',
    (text, low, high, expected) => {
      const { verdict, detail, reason } = judge(claimed(text), interval(low, high), YARDSTICKS, true)
      expect(detail === null ? verdict : `${verdict}: ${detail}`).toBe(expected)
      expect(reason).toMatch(low === null ? /^at most / : /^at least /)
    },
  )

  it('is inconclusive where both sides are open, with what would help', () => {
    const { verdict, reason } = judge(claimed('>=5x'), interval(null, null), YARDSTICKS, true)
    expect(verdict).toBe('inconclusive')
    expect(reason).toContain('--statement-timeout')
  })

  it.each(['1.01x', '1.04x', '1.08x', '2x'])(
    'of at least %s is never confirmed by an arm against itself',
    (low) => {
      expect(verdictOn(`>=${low}`, 0.995, 1.005)).not.toMatch(/confirmed|exceeded/)
      expect(verdictOn(`${low.slice(0, -1)}-${low}`, 0.995, 1.005)).not.toMatch(/confirmed|exceeded/)
    },
  )

  it('of a slow-down is not confirmed by an arm against itself either', () => {
    expect(verdictOn('0.9-0.97x', 0.995, 1.005)).toBe('inconclusive')
  })

  it('must clear the noise of the run, too', () => {
    expect(verdictOn('1.2-2x', 1.16, 1.3, 1.05)).toBe('confirmed')
    expect(verdictOn('1.2-2x', 1.16, 1.3, 1.2)).toBe('inconclusive')
    expect(verdictOn('1.1-1.15x', 1.25, 1.4, 1.05)).toBe('exceeded: above 1.15x')
    expect(verdictOn('1.1-1.15x', 1.25, 1.4, 1.3)).toBe('inconclusive')
  })

  it('is judged in words with the numbers', () => {
    const confirmed = judge(claimed('10-100x'), interval(12.1, 14), YARDSTICKS, true)
    expect(confirmed.reason).toBe('between 12.1x and 14x, within the claimed 10-100x')
    const refuted = judge(claimed('10-100x'), interval(3, 4), YARDSTICKS, true)
    expect(refuted.reason).toBe('between 3x and 4x, below the claimed 10-100x')
  })
})

describe('an inconclusive verdict', () => {
  it('says how many rounds would decide, by the square root of rounds', () => {
    // ln half-width 0.1 at 18 rounds, 0.05 from the edge at 10 ÷ 1.05: four times the rounds.
    const estimate = (10 / 1.05) * Math.exp(0.05)
    const wide = { ...interval(estimate * Math.exp(-0.1), estimate * Math.exp(0.1)), estimate }
    expect(judge(claimed('>=10x'), wide, YARDSTICKS, true).reason).toMatch(/about 7[23] rounds would decide$/)
  })

  it('promises no number of rounds where the estimate lies on the edge', () => {
    const edge = { ...interval(9, 10.1), estimate: 10 / 1.05 }
    expect(judge(claimed('>=10x'), edge, YARDSTICKS, true).reason).toMatch(/may not decide$/)
  })

  it('comes of too few rounds for any bound, and says how many give one', () => {
    const { verdict, reason } = judge(
      claimed('>=10x'),
      { ...interval(null, null), rounds: 3 },
      YARDSTICKS,
      true,
    )
    expect(verdict).toBe('inconclusive')
    expect(reason).toBe('3 rounds cannot bound the speed-up at this confidence: at least 6 are needed')
  })
})

describe('a claim of no change', () => {
  it.each([
    [0.97, 1.03, 'confirmed'],
    [1.1, 1.2, 'refuted: faster'],
    [0.8, 0.9, 'refuted: slower'],
    [0.99, 1.2, 'inconclusive'],
    [0.5, 2, 'inconclusive'],
  ])('against %f to %f is %s', (low, high, expected) => {
    expect(verdictOn('unchanged', low, high)).toBe(expected)
  })
})

describe('a query without a claim', () => {
  it.each([
    [1.1, 1.2, true, 'faster', null],
    [1.1, 1.2, null, 'faster', null],
    [1.1, 1.2, false, 'unexplained', 'faster'],
    [0.8, 0.9, true, 'regression', null],
    [0.8, 0.9, null, 'regression', null],
    [0.8, 0.9, false, 'unexplained', 'slower'],
    [0.97, 1.03, true, 'unchanged', null],
    [0.9, 1.03, true, 'inconclusive', null],
    [0.5, 2, false, 'inconclusive', null],
  ])('between %f and %f, work differing %s, is %s', (low, high, workDiffers, verdict, detail) => {
    expect(judge(null, interval(low, high), YARDSTICKS, workDiffers)).toMatchObject({ verdict, detail })
  })
})
