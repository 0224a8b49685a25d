import { describe, expect, it } from 'vitest'
import { modeComparisons, withPlanChoice } from '../../../../src/experiment/questions/mode-comparisons.js'
import type { Query } from '../../../../src/model/scenario.js'

const query = (name: string, modes: Partial<Pick<Query, 'rls' | 'plan' | 'parameterCount'>> = {}): Query =>
  ({ name, rls: 'keep', plan: 'custom', parameterCount: 1, ...modes }) satisfies Partial<Query> as Query

describe('the closer looks that a scenario asks for', () => {
  it('are none where it asks for none, whatever mode a query runs in', () => {
    expect(modeComparisons([query('a'), query('b', { plan: 'generic' })], 3)).toEqual([])
  })

  it('are a pair without the policies and a pair of plan modes, in the scenario’s order', () => {
    const queries = [
      query('b', { rls: 'compare' }),
      query('a', { rls: 'compare', plan: 'compare' }),
      query('c', { plan: 'compare' }),
    ]
    expect(modeComparisons(queries, 3)).toEqual([
      { query: 'b', pair: 'policy' },
      { query: 'a', pair: 'policy' },
      { query: 'a', pair: 'generic' },
      { query: 'c', pair: 'generic' },
    ])
  })

  it('leave out a query without parameters, which has one plan', () => {
    expect(modeComparisons([query('a', { plan: 'compare', parameterCount: 0 })], 3)).toEqual([])
  })

  it('leave out the policies where no table has any', () => {
    expect(modeComparisons([query('a', { rls: 'compare' })], 0)).toEqual([])
  })
})

describe('the plan mode of the command line', () => {
  it('is that of every query, whatever the scenario says', () => {
    const queries = [query('a'), query('b', { plan: 'compare', rls: 'compare' })]
    expect(withPlanChoice(queries, 'generic').map(({ plan, rls }) => [plan, rls])).toEqual([
      ['generic', 'keep'],
      ['generic', 'compare'],
    ])
  })

  it('changes nothing where it is not given', () => {
    expect(withPlanChoice([query('b', { plan: 'compare' })], null)[0]?.plan).toBe('compare')
  })
})
