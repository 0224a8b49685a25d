import { describe, expect, it } from 'vitest'
import { afterSwitch, tempoOf } from '../../../src/measure/tempo.js'

describe('a comparison with an index left out', () => {
  const { shortens } = tempoOf('without public.i')

  it('takes one execution of an arm over 100 ms, beside a quick one too', () => {
    expect([shortens(250e6, 0.1e6), shortens(0.1e6, 250e6)]).toEqual([true, false])
  })

  it('visits arms alike that take about the same', () => {
    expect([shortens(99e6, 102e6), shortens(102e6, 99e6)]).toEqual([true, true])
    expect([shortens(90e6, 102e6), shortens(102e6, 90e6)]).toEqual([false, false])
  })

  it('is all that is shortened', () => {
    expect(tempoOf('main').shortens(250e6, 0.1e6)).toBe(false)
  })
})

describe('a switch of arms', () => {
  it('that takes hundreds of indexes away discards the executions that still pay for it', () => {
    expect(afterSwitch({ discard: 1, keep: 2 }, 55)).toEqual({ discard: 1, keep: 2 })
    expect(afterSwitch({ discard: 1, keep: 2 }, 400)).toEqual({ discard: 3, keep: 2 })
    expect(afterSwitch({ discard: 0, keep: 1 }, 400)).toEqual({ discard: 1, keep: 1 })
  })
})
