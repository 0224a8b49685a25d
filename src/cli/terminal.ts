// Where the command line meets the process: streams, environment and what they can show.
import pc from 'picocolors'

export interface Terminal {
  /** What was asked for: tables and JSON. */
  print(text: string): void
  /** Everything said besides: progress, warnings, errors. */
  talk(text: string): void
  readonly colour: boolean
  /** Stacks with every error. */
  readonly debug: boolean
  readonly width: number
  /** The environment, for what a user may say there. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Can the display move? Not in a pipe, and not in CI. */
  readonly interactive: boolean
}

const { env, stdout, stderr } = process

export const terminal: Terminal = {
  print: (text) => void stdout.write(text),
  talk: (text) => void stderr.write(text),
  colour: pc.isColorSupported,
  debug: env['INDEXPROOF_DEBUG'] === '1',
  width: stdout.columns ?? 120,
  env,
  interactive: stderr.isTTY && env['CI'] === undefined && env['TERM'] !== 'dumb',
}
