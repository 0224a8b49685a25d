import { expect, it } from 'vitest'
import { usualBudgetMs } from '../../../src/cli/usual-budget.js'

it.each([
  [1, 45_000],
  [11, 45_000],
  [49, 196_000],
])('the usual budget of %d queries is %d ms', (queries, milliseconds) => {
  expect(usualBudgetMs(queries)).toBe(milliseconds)
})
