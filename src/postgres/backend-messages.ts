// Decoded backend messages, as PGlite's parser gives them: rows, notices and errors.
import { DatabaseError } from './database-error.js'
import type { Notice, Row, Value } from './session.js'

/** The fields we read of any backend message; which are set depends on its name. */
export interface BackendMessage {
  readonly name: string
  readonly text?: string
  readonly message?: string | undefined
  readonly fields?: readonly unknown[]
  readonly severity?: string | undefined
  readonly code?: string | undefined
  readonly detail?: string | undefined
  readonly hint?: string | undefined
  readonly position?: string | undefined
}

/** The rows of the last result set, keyed by column name; values as PostgreSQL's text. */
export function rowsOf(messages: readonly BackendMessage[]): readonly Row[] {
  const description = messages.findLast((message) => message.name === 'rowDescription')
  const columns = ((description?.fields ?? []) as readonly { name: string }[]).map((field) => field.name)
  return messages
    .filter((message) => message.name === 'dataRow')
    .map((message) => {
      const values = message.fields as readonly Value[]
      return Object.fromEntries(columns.map((column, i) => [column, values[i] ?? null]))
    })
}

export function noticesOf(messages: readonly BackendMessage[]): readonly Notice[] {
  return messages
    .filter((message) => message.name === 'notice')
    .map(({ severity, code, message }) => ({
      severity: severity ?? 'NOTICE',
      code: code ?? '00000',
      message: message ?? '',
    }))
}

export function databaseErrorOf(messages: readonly BackendMessage[]): DatabaseError | undefined {
  const error = messages.find((message) => message.name === 'error')
  if (error === undefined) return undefined
  return new DatabaseError({
    message: error.message ?? 'PostgreSQL reported an error without a message',
    code: error.code ?? 'XX000',
    severity: error.severity ?? 'ERROR',
    detail: error.detail,
    hint: error.hint,
    position: error.position === undefined ? undefined : Number(error.position),
  })
}
