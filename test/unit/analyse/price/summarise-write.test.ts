import { describe, expect, it } from 'vitest'
import { summariseWrite } from '../../../../src/analyse/price/summarise-write.js'
import type { WriteResult } from '../../../../src/model/price-result.js'
import { priceEvidence, writeFacts, type SyntheticWrite } from '../../../support/price-evidence.js'

const RULES = { alpha: 0.05, extraAlpha: 0.05, smallestEffect: 1.1, minimumRounds: 6 }

const summarise = (
  ms: SyntheticWrite['ms'],
  changes: SyntheticWrite['changes'] = {},
  options: Parameters<typeof priceEvidence>[1] = {},
): WriteResult => summariseWrite(writeFacts('w'), priceEvidence([{ name: 'w', ms, changes }], options), RULES)

describe('a write', () => {
  it('that takes longer with the migration is slower, with the time that is added', () => {
    const { verdict, speedup, extraMs } = summarise({ before: 1, after: 1.5, control: 1 })
    expect(verdict).toBe('slower')
    expect(speedup?.estimate).toBeCloseTo(1 / 1.5, 1)
    expect(extraMs?.estimate).toBeCloseTo(0.5, 1)
    expect(extraMs?.low).toBeGreaterThan(0.4)
  })

  it('that takes as long is unchanged, and one that takes less is faster', () => {
    expect(summarise({ before: 1, after: 1.01, control: 1 }).verdict).toBe('unchanged')
    expect(summarise({ before: 1.5, after: 1, control: 1.5 }).verdict).toBe('faster')
  })

  it('is not called slower by less than what two copies without the migration differ by', () => {
    const differing = summarise({ before: 1, after: 1.12, control: 1.12 })
    expect(differing.verdict).not.toBe('slower')
    expect(summarise({ before: 1, after: 1.2, control: 1 }).verdict).toBe('slower')
  })

  it('is void where the copies without the migration differ beyond the smallest effect', () => {
    expect(summarise({ before: 1, after: 2, control: 1.3 })).toMatchObject({
      verdict: 'void',
      reason: expect.stringContaining('control copy'),
    })
  })

  it('is judged without a control where there was no room for one', () => {
    const alone = summarise({ before: 1, after: 1.5, control: 1 }, {}, { copies: ['before', 'after'] })
    expect(alone).toMatchObject({ verdict: 'slower', control: null, delta: 1.1 })
  })

  it('is void where an execution failed, and inconclusive after few rounds or none', () => {
    const ms = { before: 1, after: 1.5, control: 1 }
    expect(summarise(ms, { error: '23505: duplicate key' })).toMatchObject({
      verdict: 'void',
      reason: 'an execution failed: 23505: duplicate key',
    })
    expect(summarise(ms, {}, { rounds: 5 }).verdict).toBe('inconclusive')
    expect(summarise(ms, {}, { rounds: 0 })).toMatchObject({
      verdict: 'inconclusive',
      reason: 'nothing was written',
      extraMs: null,
      before: { medianMs: null, perSecond: null, walBytesPerRow: null, hotShare: null },
    })
  })

  it('has its throughput, log and share of HOT updates in each copy', () => {
    const { before, after, missed } = summarise({ before: 1, after: 2, control: 1 }, { missed: 1 })
    expect(before).toMatchObject({ executions: 240, walBytesPerRow: 100, hotShare: 1 })
    expect(after).toMatchObject({ walBytesPerRow: 200, hotShare: 0 })
    expect(before.perSecond).toBeCloseTo(1000, -1)
    expect(after.perSecond).toBeCloseTo(500, -1)
    expect(missed).toBe(72)
  })
})
