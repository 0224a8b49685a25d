import { describe, expect, it } from 'vitest'
import { censoredNote, latencyText, ratioText, speedupText } from '../../../src/report/censored-text.js'
import { speedup } from '../../support/query-result.js'

describe('numbers of executions that were cut off', () => {
  it.each([
    [0, 0, '31x [29, ∞]'],
    [2, 0, '≥ 31x [29, ∞]'],
    [0, 2, '≤ 31x [29, ∞]'],
    [2, 2, '≈ 31x [29, ∞]'],
  ])('are marked: %d of before and %d of after', (before, after, expected) => {
    expect(speedupText({ speedup: speedup(31, 29, null), censored: { before, after } })).toBe(expected)
  })

  it('are at least so long', () => {
    expect(latencyText(30_000, 3)).toBe('≥ 30 s')
    expect(latencyText(30_000, 0)).toBe('30 s')
  })

  it('are not marked where there are none', () => {
    expect(ratioText(null, { before: 1, after: 0 })).toBe('–')
    expect(speedupText({ speedup: null, censored: { before: 1, after: 0 } })).toBe('–')
  })

  it('are explained where there are any', () => {
    expect(censoredNote([{ before: 0, after: 0 }])).toBe('')
    expect(
      censoredNote([
        { before: 0, after: 0 },
        { before: 1, after: 0 },
      ]),
    ).toContain('≥ is at least')
  })
})
