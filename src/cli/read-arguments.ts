// The words after the commands that read a database of the user's, checked once.
import { usageError } from '../model/errors.js'
import { statementTimeout } from './run-arguments.js'
import type { AddressArguments } from './server-settings.js'

export const READ_FORMATS = ['text', 'markdown', 'json'] as const
export type ReadFormat = (typeof READ_FORMATS)[number]

/** As the command line gives them. */
export interface ReadArguments extends AddressArguments {
  readonly format: ReadFormat
  readonly json: boolean
  readonly statementTimeout: string
}

export interface ReadSettings {
  readonly format: ReadFormat
  readonly limits: { readonly statementMs: number; readonly lockMs: number }
}

/** What reads the catalog waits for nobody: behind a lock that is waited for, others would queue. */
const LOCK_TIMEOUT_MS = 2000

export function parseReadArguments(given: ReadArguments): ReadSettings {
  const parsed = statementTimeout.safeParse(given.statementTimeout)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw usageError(
      `--statement-timeout ${JSON.stringify(given.statementTimeout)}: ${issue?.message ?? 'not valid'}`,
    )
  }
  return {
    format: given.json ? 'json' : given.format,
    limits: { statementMs: parsed.data, lockMs: LOCK_TIMEOUT_MS },
  }
}
