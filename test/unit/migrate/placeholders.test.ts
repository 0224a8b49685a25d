import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolvePlaceholders } from '../../../src/migrate/placeholders.js'

const lists = { lists: { rule: 'ivfflat-lists', table: 'items' } } as const
const both = { ...lists, probes: { rule: 'ivfflat-probes', table: 'items' } } as const

describe('resolvePlaceholders', () => {
  it.each([
    [0, '1', '1'],
    [49, '1', '1'],
    [300, '6', '3'],
    [10_000, '100', '10'],
    [200_000, '447', '22'],
    [2_000_000_000, '32768', '182'],
  ])('of %i rows makes %s lists and %s probes', (items, lists, probes) => {
    expect(resolvePlaceholders(both, { items })).toEqual({ lists, probes })
  })

  it('never makes lists of fewer than 50 rows, unless there is only one', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (items) => {
        const made = Number(resolvePlaceholders(lists, { items })['lists'])
        expect(made).toBeGreaterThanOrEqual(1)
        expect(made === 1 || items / made >= 50).toBe(true)
      }),
    )
  })

  it('refuses a table the dataset has not, and names those it has', () => {
    const placeholders = { lists: { rule: 'ivfflat-lists', table: 'mesages' } } as const
    const message = 'a table the dataset has not. Did you mean "messages"?'
    expect(() => resolvePlaceholders(placeholders, { messages: 10, users: 2 })).toThrow(message)
    expect(() => resolvePlaceholders({ a: { rule: 'ivfflat-lists', table: 'toString' } }, {})).toThrow(
      '"toString"',
    )
  })
})
