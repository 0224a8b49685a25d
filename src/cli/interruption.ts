// Ctrl-C and TERM: the first asks the run to stop and clean up, a second one does not wait for that.
import { EXIT, HarnessError } from '../model/errors.js'
import type { Terminal } from './terminal.js'

const SIGNALS = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated } as const

/** Signals that queued up behind a statement of the embedded server arrive together: they are one. */
const SAME_PRESS_MS = 200

/** Runs `work` with a signal that aborts with a HarnessError of the documented exit code. */
export async function withInterruption<T>(
  terminal: Terminal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  let firstAt = 0
  const onSignal = (name: keyof typeof SIGNALS): void => {
    const exitCode = SIGNALS[name]
    const message = `Interrupted by ${name}`
    if (!controller.signal.aborted) {
      firstAt = performance.now()
      terminal.talk('\nstopping after the statement under way …\n')
      controller.abort(new HarnessError(message, { exitCode }))
    } else if (performance.now() - firstAt > SAME_PRESS_MS) {
      terminal.talk(`${message}\n`)
      process.exit(exitCode)
    }
  }
  for (const name of Object.keys(SIGNALS)) process.on(name, onSignal)
  try {
    return await work(controller.signal)
  } finally {
    for (const name of Object.keys(SIGNALS)) process.off(name, onSignal)
  }
}
