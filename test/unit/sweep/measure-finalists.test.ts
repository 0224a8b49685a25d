import { expect, it } from 'vitest'
import { queriesOf } from '../../../src/sweep/measure-finalists.js'

it('rounds take the queries in turns, and begin again after the last', () => {
  const queries = ['a', 'b', 'c', 'd', 'e']
  expect([1, 2, 3].map((round) => queriesOf(round, queries, 2).join(''))).toEqual(['ab', 'cd', 'ea'])
  expect(queriesOf(3, queries, 100)).toEqual(queries)
})
