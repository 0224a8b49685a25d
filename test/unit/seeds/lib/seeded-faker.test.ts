import { expect, it } from 'vitest'
import { drawPool } from '../../../../seeds/lib/seeded-faker.js'

const draw = (seed: number, pool: number): string[] =>
  drawPool(20, seed, pool, (faker) => faker.person.lastName())

it('draws the same pool for the same seed and another for another', () => {
  expect(draw(1, 1)).toEqual(draw(1, 1))
  expect(draw(1, 1)).not.toEqual(draw(2, 1))
  expect(draw(1, 1)).not.toEqual(draw(1, 2))
})
