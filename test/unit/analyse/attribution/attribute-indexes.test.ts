import { describe, expect, it } from 'vitest'
import { analyse } from '../../../../src/analyse/analyse.js'
import { chooseSubset } from '../../../../src/analyse/attribution/choose-subset.js'
import { attributionEvidence, type KnownIndexes } from '../../../support/attribution-evidence.js'
import { makeEvidence } from '../../../support/evidence.js'

const KNOWN: KnownIndexes = {
  sizes: { needed: 10, big: 30, small: 5, useless: 10, harmful: 10 },
  uses: [
    { query: 'a', index: 'needed', effect: 20 },
    { query: 'b', index: 'big', effect: 1, instead: ['small'] },
    { query: 'c', index: 'small', effect: 1, instead: ['big'] },
    { query: 'd', index: 'harmful', effect: 0.2 },
  ],
}

const verdicts = (known: KnownIndexes): Record<string, string> =>
  Object.fromEntries(
    (analyse(attributionEvidence(known)).attribution?.indexes ?? []).map(({ index, verdict }) => [
      index.replace('public.', ''),
      verdict,
    ]),
  )

describe('the indexes of a migration', () => {
  it('are judged by what happens without each', () => {
    expect(verdicts(KNOWN)).toEqual({
      needed: 'needed',
      big: 'redundant',
      small: 'redundant',
      useless: 'unused',
      harmful: 'harmful',
    })
  })

  it('are not judged where neither arm has the migration', () => {
    expect(analyse(makeEvidence({ arms: 'aa' })).attribution).toBeNull()
  })

  it('are each judged by before and after where there is one', () => {
    expect(verdicts({ sizes: { only: 10 }, uses: [{ query: 'a', index: 'only', effect: null }] })).toEqual({
      only: 'needed',
    })
  })

  it('that do harm are warned of', () => {
    const { warnings } = analyse(attributionEvidence(KNOWN))
    expect(warnings.filter(({ code }) => code === 'index-harmful').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Index public\.harmful does harm: d takes .* as long with it\.$/),
    ])
  })

  it('are credited with uses that no plan shows', () => {
    const evidence = attributionEvidence({
      sizes: { foreign: 10, other: 10 },
      uses: [{ query: 'a', index: 'foreign', effect: 5, via: 'foreign key' }],
    })
    const unused = analyse(evidence).warnings.filter(({ code }) => code === 'index-unused')
    expect(unused.map(({ message }) => message)).toEqual(['No plan of any query used the index other.'])
  })
})

describe('the fewest indexes that should do', () => {
  it('are those needed, and the smaller of two that stand for each other', () => {
    expect(chooseSubset(attributionEvidence(KNOWN), 1)).toEqual({
      type: 'subset',
      attempt: 1,
      indexes: ['public.needed', 'public.small'],
      queries: ['a', 'b', 'c', 'd'],
    })
  })

  it('keep what was not timed, and are no subset where all stay', () => {
    const known = {
      sizes: { a: 1, b: 1 },
      uses: [
        { query: 'a', index: 'a', effect: 9 },
        { query: 'b', index: 'b', effect: null },
      ],
    }
    expect(verdicts(known)).toEqual({ a: 'needed', b: 'not timed' })
    expect(chooseSubset(attributionEvidence(known), 1)).toBeNull()
  })

  it('are enough where they keep 95 % of the gain, which ends the search', () => {
    const evidence = attributionEvidence({
      ...KNOWN,
      subset: { indexes: ['needed', 'small'], effects: { a: 1, b: 1, c: 1, d: 0.2 } },
    })
    const [subset] = analyse(evidence).attribution?.subsets ?? []
    expect(subset).toMatchObject({ verdict: 'enough', sizeBytes: 15, leftOutBytes: 50 })
    expect(subset?.retained?.low).toBeGreaterThan(1)
    expect(chooseSubset(evidence, 2)).toBeNull()
  })

  it('get back what the query uses that loses the most', () => {
    const evidence = attributionEvidence({
      ...KNOWN,
      subset: { indexes: ['needed', 'small'], effects: { a: 1, b: 10, c: 1, d: 1 } },
    })
    const [subset] = analyse(evidence).attribution?.subsets ?? []
    // ln 10 of five times ln 20.
    expect(subset?.retained?.estimate).toBeCloseTo(1 - Math.log(10) / (5 * Math.log(20)), 2)
    expect(subset?.verdict).toBe('too few')
    expect(chooseSubset(evidence, 2)?.indexes).toEqual(['public.needed', 'public.big', 'public.small'])
  })
})
