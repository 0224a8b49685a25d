import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstEffort } from '../../../../src/sweep/search/planner-switch.js'

it('finds the first effort from which the planner leaves the index', async () => {
  const range = fc.tuple(
    fc.integer({ min: 1, max: 50 }),
    fc.integer({ min: 0, max: 1000 }),
    fc.integer({ min: 1, max: 1200 }),
  )
  await fc.assert(
    fc.asyncProperty(range, async ([least, width, from]) => {
      const most = least + width
      const first = await firstEffort(least, most, (effort) => Promise.resolve(effort >= from))
      expect(first).toBe(from > most ? null : Math.max(least, from))
    }),
  )
})
