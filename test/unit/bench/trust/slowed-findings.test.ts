import { describe, expect, it } from 'vitest'
import { slowedFindings } from '../../../../bench/trust/experiment/slowed-findings.js'
import type { SlowedPair, SlowedResult } from '../../../../bench/trust/experiment/slowed-report.js'
import { truthsOf } from '../../../../bench/trust/experiment/truths.js'
import { testimonyOf, type Testimony } from '../../../../bench/trust/experiment/witness.js'

/** ± 2 % around the estimate. */
const speedup = (estimate: number) => ({
  estimate,
  low: estimate / 1.02,
  high: estimate * 1.02,
  confidence: 0.95,
  rounds: 60,
})

const result = (name: string, estimate: number, witnessed: number, verdict = 'regression'): SlowedResult => ({
  name,
  verdict,
  speedup: speedup(estimate),
  witnessed: {
    estimate: Math.log(witnessed),
    low: Math.log(witnessed / 1.01),
    high: Math.log(witnessed * 1.01),
  },
})

const pair = (asItIs: SlowedResult, swapped: SlowedResult): SlowedPair => ({
  reports: [[asItIs], [swapped]],
  seen: new Map(),
})

const findingsOf = (pairs: readonly SlowedPair[], speedupOfRows = 0.91) =>
  slowedFindings(
    pairs,
    [{ design: 'blocks', name: 'rows ×1.1', ratio: 1.2 }],
    new Map([['rows ×1.1', { speedup: speedupOfRows, halfWidth: 0.01 }]]),
  )

const find = (findings: ReturnType<typeof findingsOf>, words: string) =>
  findings.find(({ what }) => what.includes(words))

describe('what reports of known slowdowns found', () => {
  it('is held against all witnesses together, and so are the naive designs', () => {
    const findings = findingsOf([pair(result('rows ×1.1', 0.92, 0.91), result('rows ×1.1', 0.96, 0.91))])
    expect(find(findings, 'ours')).toMatchObject({ held: false })
    expect(find(findings, 'ours')?.result).toContain('1 of 2')
    expect(find(findings, 'blocks')?.result).toContain('0 of 1')
  })

  it('is covered where interval and witness together reach each other, and only there', () => {
    // Off by 2.2 %: more than either half-width, less than both in quadrature. Off by 3 %: more.
    const near = pair(result('rows ×1.5', 0.67, 0.67 * 1.022), result('rows ×1.5', 0.67, 0.67 / 1.022))
    const far = pair(result('rows ×1.5', 0.67, 0.67 * 1.03), result('rows ×1.5', 0.67, 0.67 / 1.03))
    expect(find(findingsOf([near]), 'witness saw')?.result).toContain('2 of 2')
    expect(find(findingsOf([far]), 'witness saw')?.result).toContain('0 of 2')
  })

  it('is not measured where too few rounds leave the bounds open', () => {
    const open = { ...result('rows ×10', 0.1, 0.1), speedup: { ...speedup(0.1), low: null, high: null } }
    expect(find(findingsOf([pair(open, open)]), 'witness saw')).toMatchObject({
      held: null,
      target: '93.5 to 97 %',
    })
  })

  it('of swapped arms has to meet the report as it is', () => {
    const apart = pair(result('rows ×10', 0.1, 0.1), result('rows ×10', 0.11, 0.1))
    expect(find(findingsOf([apart]), 'swapped')?.result).toContain('0 of 1')
    const together = pair(result('rows ×10', 0.1, 0.1), result('rows ×10', 0.102, 0.1))
    expect(find(findingsOf([together]), 'swapped')).toMatchObject({ held: true })
  })

  it('is the right verdict: a regression, and faster where the arms are swapped', () => {
    const right = pair(result('rows ×10', 0.1, 0.1), result('rows ×10', 0.1, 0.1, 'faster'))
    expect(find(findingsOf([right]), 'right one')).toMatchObject({ held: true })
    const wrong = pair(result('rows ×10', 0.1, 0.1, 'inconclusive'), result('rows ×10', 0.1, 0.1, 'faster'))
    expect(find(findingsOf([wrong]), 'right one')).toMatchObject({ held: false })
  })
})

describe('the witness', () => {
  const logs = new Map(Array.from({ length: 20 }, (_, i) => [i + 1, i < 10 ? -0.1 : -0.3] as const))
  const seen: Testimony = new Map([['rows ×1.1', logs]])

  it('tells of the rounds that the report had', () => {
    const early = new Set(Array.from({ length: 10 }, (_, i) => i + 1))
    expect(testimonyOf(seen, 'rows ×1.1', early)).toEqual({ estimate: -0.1, low: -0.1, high: -0.1 })
    expect(testimonyOf(seen, 'scan ×1.1', early)).toBeNull()
  })

  it('tells with all others what the truth is', () => {
    const truth = truthsOf([seen, seen]).get('rows ×1.1')
    expect(truth?.speedup).toBeCloseTo(Math.exp(-0.2), 12)
    expect(truth?.halfWidth).toBeNull()
  })

  it('takes each witness for one, however many turns it had', () => {
    const of = (log: number): Testimony =>
      new Map([
        [
          'rows ×1.1',
          new Map([
            [1, log - 0.1],
            [2, log + 0.1],
          ]),
        ],
      ])
    const truth = truthsOf([-0.3, -0.2, -0.2, -0.2, -0.2, -0.1].map(of)).get('rows ×1.1')
    expect(truth?.speedup).toBeCloseTo(Math.exp(-0.2), 12)
    expect(truth?.halfWidth).toBeCloseTo(0.1, 12)
  })
})
