import { describe, expect, it } from 'vitest'
import { budgetClock } from '../../../../src/experiment/observe/budget-clock.js'

describe('the clock of the time budget', () => {
  it('counts what an interrupted run spent, and leaves out what does not count', async () => {
    let nowNs = 7e9
    const pass = (ms: number): void => void (nowNs += ms * 1e6)
    const clock = budgetClock(() => nowNs, 1000, 200)
    pass(100)
    await clock.uncounted(() => Promise.resolve(pass(5000)))
    expect(clock.elapsedNs()).toBe(300e6)
    expect(clock.shareLeft()).toBeCloseTo(0.7)
    expect(clock.endsNs(0.5)).toBe(nowNs + 200e6)
  })

  it('leaves out what fails as well', async () => {
    let nowNs = 0
    const clock = budgetClock(() => nowNs, 1000, 0)
    const failing = clock.uncounted(() => {
      nowNs = 3e9
      return Promise.reject(new Error('broken'))
    })
    await expect(failing).rejects.toThrow('broken')
    expect(clock.elapsedNs()).toBe(0)
  })
})
