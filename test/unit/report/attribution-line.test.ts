import { describe, expect, it } from 'vitest'
import { renderAttribution } from '../../../src/report/attribution-line.js'
import { makeAttribution } from '../../support/attribution.js'
import { makeResult } from '../../support/result.js'

describe('the line about indexes on the terminal', () => {
  it('counts the verdicts, what to act on first, and says how few indexes keep the gain', () => {
    const line = renderAttribution(makeResult({ attribution: makeAttribution(['a', 'b', 'c', 'd']) }))
    expect(line).toBe(
      'indexes: 1 harmful, 1 needed, 2 unused; 1 of 4 keep 98.1 % [96.2 %, 100 %] of the gain',
    )
  })

  it('is left out where there is nothing to say', () => {
    expect(renderAttribution(makeResult({ attribution: null }))).toBe('')
  })
})
