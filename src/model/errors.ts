// What went wrong, where, and what to do about it. Every error a user can cause is a HarnessError;
// anything else that reaches the command line is a bug and exits with 70.

export const EXIT = {
  ok: 0,
  gateFailed: 1,
  usage: 2,
  environment: 3,
  broken: 4,
  refused: 5,
  bug: 70,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export interface HarnessErrorOptions {
  readonly exitCode: ExitCode
  /** What to do next, in one sentence. */
  readonly hint?: string
  /** The offending text with a caret under the place, already rendered. */
  readonly frame?: string
  readonly cause?: unknown
}

export class HarnessError extends Error {
  override readonly name = 'HarnessError'
  readonly exitCode: ExitCode
  readonly hint: string | undefined
  readonly frame: string | undefined

  constructor(message: string, options: HarnessErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.exitCode = options.exitCode
    this.hint = options.hint
    this.frame = options.frame
  }
}

type Details = Omit<HarnessErrorOptions, 'exitCode'>

/** Bad arguments or bad input files: exit 2. */
export const usageError = (message: string, details: Details = {}): HarnessError =>
  new HarnessError(message, { ...details, exitCode: EXIT.usage })

/** The surroundings do not allow the work (no server, no rights, no extension): exit 3. */
export const environmentError = (message: string, details: Details = {}): HarnessError =>
  new HarnessError(message, { ...details, exitCode: EXIT.environment })

/** The run broke while it worked: exit 4. */
export const brokenError = (message: string, details: Details = {}): HarnessError =>
  new HarnessError(message, { ...details, exitCode: EXIT.broken })

/** A safety guard refuses: the server is not ours to touch, or the scenario wants too much: exit 5. */
export const refusedError = (message: string, details: Details = {}): HarnessError =>
  new HarnessError(message, { ...details, exitCode: EXIT.refused })

/** What to tell of an error that an abort may have caused: the reason of the abort, unless the error explains itself. */
export const errorOrAbort = (error: unknown, signal: AbortSignal): unknown =>
  signal.aborted && !(error instanceof HarnessError) ? signal.reason : error
