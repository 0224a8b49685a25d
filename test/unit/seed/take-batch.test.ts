import { expect, it } from 'vitest'
import { takeBatch } from '../../../src/seed/take-batch.js'

it('goes on where the last batch ended, and ends with an empty one', () => {
  const numbers = [1, 2, 3, 4, 5][Symbol.iterator]()
  expect(takeBatch(numbers, 2)).toEqual([1, 2])
  expect(takeBatch(numbers, 2)).toEqual([3, 4])
  expect(takeBatch(numbers, 2)).toEqual([5])
  expect(takeBatch(numbers, 2)).toEqual([])
})
