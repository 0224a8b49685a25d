import { describe, expect, it } from 'vitest'
import type { ComparisonResult } from '../../../../src/model/result.js'
import { modesSection } from '../../../../src/report/markdown/modes-section.js'
import { speedup } from '../../../support/query-result.js'
import { HOSTILE_NAME } from '../../../support/result.js'

const closerLook = (changes: Partial<ComparisonResult> = {}): ComparisonResult => ({
  query: 'search',
  pair: 'policy',
  verdict: 'slower',
  detail: null,
  reason: 'between 0.04x and 0.06x',
  speedup: speedup(0.05, 0.04, 0.0625),
  gapMs: { estimate: -9.5, low: -10, high: -9, confidence: 0.99, rounds: 27 },
  beforeMs: 0.5,
  afterMs: 10,
  censored: { before: 0, after: 0 },
  plans: null,
  indexes: { before: [], after: [] },
  planKinds: null,
  defeated: [],
  explanation: null,
  ...changes,
})

const rowOf = (comparison: ComparisonResult): string =>
  modesSection([comparison])
    .split('\n')
    .find((_, i, lines) => lines[i - 1]?.startsWith('| ---')) ?? ''

describe('the section of policies and plan modes', () => {
  it('is left out where nothing looked that close', () => {
    expect(modesSection([])).toBe('')
    expect(modesSection([closerLook({ pair: 'without public.i' })])).toBe('')
  })

  it('says the overhead as time with the policy less time without, and the ratio the same way round', () => {
    expect(rowOf(closerLook())).toBe(
      '| `search` | 0.5 ms | 10 ms | +9.5 ms [+9 ms, +10 ms] | 20x [16, 25] | slower |',
    )
  })

  it('has a sign where the policy saves time, and open bounds where rounds are few', () => {
    const gapMs = { estimate: 0.25, low: null, high: null, confidence: 0.99, rounds: 2 }
    expect(rowOf(closerLook({ speedup: speedup(2, null, null), gapMs }))).toContain(
      '| -0.25 ms [-∞, ∞] | 0.5x [0, ∞] |',
    )
  })

  it('says why there is nothing to measure', () => {
    const nothing = { verdict: 'void', speedup: null, gapMs: null, beforeMs: null, afterMs: null } as const
    const section = modesSection([closerLook({ ...nothing, reason: 'the policy filters rows' })])
    expect(section).toContain('| `search` | – | – | – | – | void |')
    expect(section).toContain('- `search`, **void**: the policy filters rows.')
  })

  it('says of an open verdict what would decide, and what the plans say all the same', () => {
    const open = closerLook({
      verdict: 'inconclusive',
      reason: 'about 80 rounds would decide',
      explanation: 'no index x',
    })
    expect(modesSection([open])).toContain('**inconclusive**: about 80 rounds would decide. no index x.')
  })

  it('says which plans ran, and what they are without', () => {
    const planKinds = { before: { custom: 91, generic: 0 }, after: { custom: 0, generic: 1200 } }
    const section = modesSection([closerLook({ pair: 'generic', planKinds, explanation: 'no index x' })])
    expect(section).toContain('| slower | 91 custom, 1,200 generic |')
    expect(section).toContain('- `search`, **slower**: no index x.')
    expect(rowOf(closerLook({ pair: 'generic' }))).toContain('| the server does not tell |')
  })

  it('escapes the names it shows', () => {
    const section = modesSection([closerLook({ query: HOSTILE_NAME, explanation: '<b>*x*</b> | @team' })])
    expect(section).not.toMatch(/<script|<b>|\*x\*(?!\\)| @team/)
    expect(rowOf(closerLook({ query: HOSTILE_NAME })).split('|')).toHaveLength(8)
  })
})
