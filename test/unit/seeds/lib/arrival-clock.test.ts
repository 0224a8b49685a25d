import { describe, expect, it } from 'vitest'
import { arrivalClock } from '../../../../seeds/lib/arrival-clock.js'

const clock = arrivalClock({ start: 0, end: 1_000_000, events: 1000, seed: 1 })
const times = Array.from({ length: 1000 }, (_, index) => clock.timeOf(index))

describe('arrivalClock', () => {
  it('lets time rise with the index, but not strictly', () => {
    const backwards = times.filter((time, index) => index > 0 && time < (times[index - 1] ?? 0)).length
    expect(backwards).toBeGreaterThan(100)
    expect((times[900] ?? 0) - (times[100] ?? 0)).toBeGreaterThan(500_000)
  })

  it('never strays further than its jitter from the place in the order', () => {
    for (const [index, time] of times.entries()) {
      expect(Math.abs(time - clock.timeAt(index / 1000))).toBeLessThanOrEqual(clock.jitterMs)
    }
  })

  it('has more events in the second half of the time than in the first', () => {
    const late = times.filter((time) => time > 500_000).length
    expect(late).toBeGreaterThan(550)
  })

  it('gives whole milliseconds', () => {
    expect(times.every(Number.isInteger)).toBe(true)
  })
})
