// A run that hangs where no statement's limit reaches must not hang for ever.
import { brokenError } from '../model/errors.js'

/** Runs `work` with a signal that aborts as `signal` does, or with a broken error when the time is up. */
export async function withTimeLimit<T>(
  limitMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  // A timer takes 32 bits of milliseconds: a limit beyond 24 days is none.
  const timer = setTimeout(() => controller.abort(timeIsUp(limitMs)), Math.min(limitMs, 2 ** 31 - 1))
  try {
    return await work(AbortSignal.any([signal, controller.signal]))
  } finally {
    clearTimeout(timer)
  }
}

const timeIsUp = (limitMs: number): Error =>
  brokenError(`The run took longer than its limit of ${limitMs / 1000} s`, {
    hint: 'Give it more with --time-limit, or a smaller --scale',
  })
