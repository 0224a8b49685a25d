import { describe, expect, it } from 'vitest'
import { chooseComparisons } from '../../../../src/experiment/questions/choose-comparisons.js'
import type { Query } from '../../../../src/model/scenario.js'

const query = (name: string, writes = false): Query =>
  ({ name, writes }) satisfies Pick<Query, 'name' | 'writes'> as Query

const chooseControls = (queries: readonly Query[], seed: number): readonly string[] =>
  chooseComparisons(queries, seed)
    .filter(({ pair }) => pair === 'control')
    .map(({ query: name }) => name)

describe('what is compared', () => {
  it('is every query before and after, in the scenario’s order', () => {
    const mains = chooseComparisons([query('b'), query('a', true)], 7).filter(({ pair }) => pair === 'main')
    expect(mains.map(({ query: name }) => name)).toEqual(['b', 'a'])
  })
})

describe('the controls of a run', () => {
  it('are two reading queries, in the scenario’s order, and the same for the same seed', () => {
    const queries = ['a', 'b', 'c', 'd'].map((name) => query(name)).concat(query('w', true))
    for (let seed = 0; seed < 50; seed++) {
      const chosen = chooseControls(queries, seed)
      expect(chosen).toHaveLength(2)
      expect(chosen).not.toContain('w')
      expect(chosen).toEqual(chosen.toSorted((x, y) => x.localeCompare(y)))
      expect(chooseControls(queries, seed)).toEqual(chosen)
    }
    expect(
      new Set(Array.from({ length: 50 }, (_, seed) => chooseControls(queries, seed).join())).size,
    ).toBeGreaterThan(3)
  })

  it('are fewer where fewer queries read', () => {
    expect(chooseControls([query('a'), query('w', true)], 1)).toEqual(['a'])
    expect(chooseControls([query('w', true)], 1)).toEqual([])
  })
})
