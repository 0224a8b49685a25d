import { expect, it } from 'vitest'
import { fillSlots } from '../../../../seeds/lib/fill-slots.js'
import { randomStream } from '../../../../src/model/random.js'

const random = randomStream(1, 'slots')

it('fills each slot with a draw of its own and begins with a capital', () => {
  let draws = 0
  const slots = { noun: () => `noun${++draws}` }
  expect(fillSlots('{noun} and {noun}', slots, random)).toBe('Noun1 and noun2')
})

it('refuses a template with an unknown slot', () => {
  expect(() => fillSlots('a {nuon}', { noun: () => 'x' }, random)).toThrow('unknown slot {nuon}')
})
