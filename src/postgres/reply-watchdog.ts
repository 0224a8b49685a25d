// Notices that no answer comes any more: a black hole on the way, a frozen server. One timer per session, none per
// exchange, so that nothing is added inside a timed one.

export interface ReplyWatchdog {
  /** An exchange begins; call it before a clock starts. */
  begin(): void
  /** Its answer is complete, or it failed; call it after the clock has stopped. */
  end(): void
  setLimit(limitMs: number): void
  stop(): void
}

interface WatchOptions {
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  readonly limitMs: number
  /** Told once, when one exchange has waited for longer than the limit. */
  readonly onSilence: (waitedMs: number) => void
}

const LOOK_EVERY_MS = 1000

export function watchReplies({ now, limitMs, onSilence }: WatchOptions): ReplyWatchdog {
  let limitNs = limitMs * 1e6
  let waiting = 0
  let sinceNs = 0
  const look = (): void => {
    const waitedNs = now() - sinceNs
    if (waiting === 0 || waitedNs <= limitNs) return
    clearInterval(timer)
    onSilence(waitedNs / 1e6)
  }
  const timer = setInterval(look, LOOK_EVERY_MS).unref()
  return {
    begin: () => {
      if (waiting++ === 0) sinceNs = now()
    },
    end: () => {
      waiting -= 1
      sinceNs = now()
    },
    setLimit: (ms) => {
      limitNs = ms * 1e6
    },
    stop: () => clearInterval(timer),
  }
}
