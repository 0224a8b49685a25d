// Ctrl-C and TERM: the first asks the run to stop and clean up, a second one does not wait for that.
import { EXIT, HarnessError } from '../model/errors.js'
import type { Terminal } from './terminal.js'

const SIGNALS = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated } as const

/** Runs `work` with a signal that aborts with a HarnessError of the documented exit code. */
export async function withInterruption<T>(
  terminal: Terminal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const onSignal = (name: keyof typeof SIGNALS): void => {
    const exitCode = SIGNALS[name]
    if (controller.signal.aborted) process.exit(exitCode)
    terminal.talk('\nstopping …\n')
    controller.abort(new HarnessError(`Interrupted by ${name}: no result was written`, { exitCode }))
  }
  for (const name of Object.keys(SIGNALS)) process.on(name, onSignal)
  try {
    return await work(controller.signal)
  } finally {
    for (const name of Object.keys(SIGNALS)) process.off(name, onSignal)
  }
}
