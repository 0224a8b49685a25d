import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchReplies } from '../../../src/postgres/reply-watchdog.js'

describe('the watchdog of replies', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const watch = (limitMs: number) => {
    const onSilence = vi.fn<(waitedMs: number) => void>()
    const now = (): number => performance.now() * 1e6
    return { onSilence, ...watchReplies({ now, limitMs, onSilence }) }
  }

  it('tells once of an exchange that waits for longer than the limit', () => {
    const { begin, onSilence } = watch(5000)
    vi.advanceTimersByTime(60_000)
    begin()
    vi.advanceTimersByTime(5000)
    expect(onSilence).not.toHaveBeenCalled()
    vi.advanceTimersByTime(60_000)
    expect(onSilence.mock.calls).toEqual([[6000]])
  })

  it('is content with many exchanges that each end in time', () => {
    const { begin, end, onSilence } = watch(5000)
    for (let i = 0; i < 10; i++) {
      begin()
      vi.advanceTimersByTime(4000)
      end()
    }
    vi.advanceTimersByTime(60_000)
    expect(onSilence).not.toHaveBeenCalled()
  })

  it('counts a queued exchange from the end of the one before', () => {
    const { begin, end, onSilence } = watch(5000)
    begin()
    vi.advanceTimersByTime(4000)
    begin()
    end()
    vi.advanceTimersByTime(4000)
    expect(onSilence).not.toHaveBeenCalled()
    vi.advanceTimersByTime(4000)
    expect(onSilence).toHaveBeenCalledOnce()
  })

  it('takes a new limit for what is under way, and stops', () => {
    const { begin, setLimit, stop, onSilence } = watch(5000)
    begin()
    setLimit(20_000)
    vi.advanceTimersByTime(19_000)
    expect(onSilence).not.toHaveBeenCalled()
    stop()
    vi.advanceTimersByTime(60_000)
    expect(onSilence).not.toHaveBeenCalled()
  })
})
