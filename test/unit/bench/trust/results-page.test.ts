import { describe, expect, it } from 'vitest'
import { heldText, renderResultsPage } from '../../../../bench/trust/results-page.js'

const reached = { what: 'a', target: '≤ 5 %', result: '0 of 60', held: true }
const missed = { what: 'b', target: '≥ 99 %', result: '3 of 60', held: false }
const unmeasured = { what: 'c', target: '≥ 99 %', result: 'not measured', held: null }
const beside = { what: 'd', target: null, result: '40 of 60', held: null }

describe('the page of bench/trust', () => {
  it('counts a target that was not measured as not reached', () => {
    expect(heldText([reached, missed, unmeasured, beside])).toBe('1 of 3 targets reached.')
  })

  it('says of every figure whether it reached its target, and names the command', () => {
    const facts = { command: 'npm run trust --', date: '2026-01-01', minutes: 25, stopped: true }
    const page = renderResultsPage(
      { simulation: [reached, missed, unmeasured, beside], experiment: null },
      facts,
    )
    expect(page).toContain('| a | ≤ 5 % | 0 of 60 | yes |')
    expect(page).toContain('| b | ≥ 99 % | 3 of 60 | **no** |')
    expect(page).toContain('| c | ≥ 99 % | not measured | not measured |')
    expect(page).toContain('| d |  | 40 of 60 |  |')
    expect(page).toContain('`npm run trust --`, 2026-01-01, 25 minutes')
    expect(page).toContain('Stopped by hand.')
  })
})
