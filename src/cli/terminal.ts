// Where the command line meets the process: streams, environment and what they can show. All that is written passes
// here, and so here passwords are masked and CI commands torn apart.
import pc from 'picocolors'
import { maskableValues, maskValues, redact } from '../model/redact.js'
import type { ProgressStream } from './progress/progress-display.js'
import { withoutCommands } from './without-commands.js'

export interface Terminal {
  /** What was asked for: tables and JSON. */
  print(text: string): void
  /** Everything said besides: progress, warnings, errors. */
  talk(text: string): void
  /** The stream of `talk`, for a display that moves. */
  readonly screen: ProgressStream
  /**
   * From now on this secret is written nowhere, in whatever form it comes: a password from a URL (percent-encoded or
   * not), PGPASSWORD. `publicNames` are the user, host and database of the same address: see maskableValues.
   */
  hide(secret: string, publicNames: readonly string[]): void
  readonly colour: boolean
  /** Stacks with every error. */
  readonly debug: boolean
  readonly width: number
  /** The environment, for what a user may say there. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Can the display move? Not in a pipe, and not in CI. */
  readonly interactive: boolean
}

/** The parts of the process it uses. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: ProgressStream
  readonly stderr: ProgressStream
}

export function openTerminal({ env, stdout, stderr }: Surroundings): Terminal {
  const secrets: string[] = []
  // Redacted by values only: by places, `"password": "…"` in JSON would lose its quotes.
  const print = (text: string): void => void stdout.write(withoutCommands(maskValues(text, secrets)))
  const talk = (text: string): void => void stderr.write(withoutCommands(redact(maskValues(text, secrets))))
  return {
    print,
    talk,
    screen: movingScreen(stderr, talk),
    hide: (secret, publicNames) => {
      secrets.push(...maskableValues(secret, publicNames))
    },
    colour: pc.isColorSupported,
    debug: env['INDEXPROOF_DEBUG'] === '1',
    width: stdout.columns ?? 120,
    env,
    interactive: stderr.isTTY === true && env['CI'] === undefined && env['TERM'] !== 'dumb',
  }
}

/** Asked for its size each time: a terminal changes it. */
const movingScreen = (stream: ProgressStream, write: (text: string) => void): ProgressStream => ({
  write,
  get columns() {
    return stream.columns
  },
  get rows() {
    return stream.rows
  },
  get isTTY() {
    return stream.isTTY
  },
})
