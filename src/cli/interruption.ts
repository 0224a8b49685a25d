// Ctrl-C, TERM and the end of the terminal: the first asks the run to stop and clean up, within a deadline; a second one does not wait for that.
import { EXIT, HarnessError } from '../model/errors.js'
import type { Terminal } from './terminal.js'

const SIGNALS = {
  SIGHUP: EXIT.hungUp,
  SIGINT: EXIT.interrupted,
  SIGTERM: EXIT.terminated,
} as const

/** Signals that queued up behind a statement of the embedded server arrive together: they are one. */
const SAME_PRESS_MS = 200

/**
 * Cleaning up takes less than a second or two. Where it takes this long the way to the server is gone, and waiting for an
 * answer could take hours; ten seconds after the signal the command has ended.
 */
const CLEAN_UP_WITHIN_MS = 9000

/** Runs `work` with a signal that aborts with a HarnessError of the documented exit code. */
export async function withInterruption<T>(
  terminal: Terminal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  let firstAt = 0
  let deadline: NodeJS.Timeout | undefined
  const onSignal = (name: keyof typeof SIGNALS): void => {
    const exitCode = SIGNALS[name]
    const message = `Interrupted by ${name}`
    const leave = (why: string): never => {
      terminal.talk(`${message}, ${why}; what is left is removed by: indexproof clean\n`)
      process.exit(exitCode)
    }
    if (!controller.signal.aborted) {
      firstAt = performance.now()
      terminal.talk('\nstopping after the statement under way …\n')
      deadline = setTimeout(() => leave('and cleaning up was given up'), CLEAN_UP_WITHIN_MS)
      controller.abort(new HarnessError(message, { exitCode }))
    } else if (performance.now() - firstAt > SAME_PRESS_MS) {
      leave('without waiting for the cleaning up')
    }
  }
  for (const name of Object.keys(SIGNALS)) process.on(name, onSignal)
  try {
    return await work(controller.signal)
  } finally {
    clearTimeout(deadline)
    for (const name of Object.keys(SIGNALS)) process.off(name, onSignal)
  }
}
