import { describe, expect, it } from 'vitest'
import { EXIT } from '../../../src/model/errors.js'
import { resolveScale } from '../../../src/seed/resolve-scale.js'

const dataset = { mainTable: 'messages', scales: { small: 40_000, medium: 1_000_000, large: 10_000_000 } }

describe('resolveScale', () => {
  it.each([
    ['small', 'small', 40_000],
    ['Medium', 'medium', 1_000_000],
    ['5000', '5000', 5000],
    ['200k', '200000', 200_000],
    ['1M', '1000000', 1_000_000],
    [' 1.5m ', '1500000', 1_500_000],
    ['1.1k', '1100', 1100],
    ['40k', '40000', 40_000],
  ])('reads %j', (text, label, mainRows) => {
    expect(resolveScale(text, dataset)).toEqual({ label, mainRows })
  })

  it.each(['', 'huge', '-5', '1e6', '5000 rows', '1.0005k', '10G', 'k', '0x500'])(
    'refuses %j with the grammar',
    (text) => {
      const resolve = () => resolveScale(text, dataset)
      expect(resolve).toThrow(`"${text}" is not a scale.`)
      expect(resolve).toThrow(
        expect.objectContaining({
          exitCode: EXIT.usage,
          hint: expect.stringContaining('such as 5000, 200k or 1.5M') as string,
        }),
      )
    },
  )

  it.each(['499', '0', '200M'])('refuses %s rows as out of range', (text) => {
    expect(() => resolveScale(text, dataset)).toThrow(`A scale of ${text} rows is out of range.`)
  })

  it('suggests the name that was meant', () => {
    expect(() => resolveScale('meduim', dataset)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('Did you mean "medium"?') as string }),
    )
  })
})
