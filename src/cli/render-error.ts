// What a person reads when something went wrong, and the exit code that says it to a script.
import { inspect } from 'node:util'
import picocolors from 'picocolors'
import { EXIT, HarnessError, type ExitCode } from '../model/errors.js'
import { plainLines } from '../model/plain-text.js'
import { redact } from '../model/redact.js'
import { DatabaseError } from '../postgres/database-error.js'
import { explainDatabaseError } from '../postgres/explain-database-error.js'
import { errorTrace } from './error-trace.js'

export interface ErrorOptions {
  readonly colour: boolean
  /** Show stacks and causes of errors that a user can cause, too. */
  readonly debug: boolean
}

export interface RenderedError {
  /** Lines with a newline at the end. */
  readonly text: string
  readonly exitCode: ExitCode
}

/** A HarnessError tells the user what to do; a DatabaseError nobody explained is explained by its SQLSTATE; all else is a bug. */
export function renderError(error: unknown, { colour, debug }: ErrorOptions): RenderedError {
  const colours = picocolors.createColors(colour)
  const { label, message, frame, trace, hint, exitCode } = describe(error, debug)
  const blocks = [
    `${colours.bold(colours.red(`${label}:`))} ${safe(message)}`,
    frame === undefined ? '' : indented(safe(frame)),
    trace === undefined ? '' : indented(safe(trace)),
    hint === undefined ? '' : `${colours.bold(colours.cyan('hint:'))} ${safe(hint)}`,
  ]
  return { text: `${blocks.filter((block) => block !== '').join('\n')}\n`, exitCode }
}

interface Description {
  readonly label: 'error' | 'bug'
  readonly message: string
  readonly frame?: string | undefined
  readonly trace?: string | undefined
  readonly hint?: string | undefined
  readonly exitCode: ExitCode
}

function describe(error: unknown, debug: boolean): Description {
  const trace = debug ? errorTrace(error) : undefined
  if (error instanceof HarnessError) {
    const { message, frame, hint, exitCode } = error
    return { label: 'error', message, frame, trace, hint, exitCode }
  }
  if (error instanceof DatabaseError) {
    return describe(explainDatabaseError(error, 'running the command'), debug)
  }
  return {
    label: 'bug',
    message:
      error instanceof Error ? `${error.name}: ${error.message}` : `thrown: ${inspect(error, { depth: 1 })}`,
    trace: errorTrace(error),
    hint: 'This is a bug in indexproof. Please report it with the lines above and the command you ran.',
    exitCode: EXIT.bug,
  }
}

/** Stripped before it is redacted: a control character inside a URL must not hide its password. */
const safe = (text: string): string => redact(plainLines(text))

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n')
