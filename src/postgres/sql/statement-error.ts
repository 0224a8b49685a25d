// What PostgreSQL said of a statement, as an error that points into the file the statement came from.
import type { HarnessError } from '../../model/errors.js'
import type { SourceText } from '../../model/scenario.js'
import type { DatabaseError } from '../database-error.js'
import { sourceError } from './source-error.js'
import { SourceMap } from './source-map.js'

/** `offset`: code points of the source before the statement that was sent. */
export function statementError(source: SourceText, offset: number, error: DatabaseError): HarnessError {
  // Positions count from 1; an error without one is about the statement as a whole.
  const place = new SourceMap(source.text).atCodePoint(offset + (error.position ?? 1) - 1)
  const hint = [error.detail, error.hint].filter((part) => part !== undefined).join('. ')
  return sourceError(source, place, `${error.message} (SQLSTATE ${error.code})`, {
    ...(hint === '' ? {} : { hint }),
    cause: error,
  })
}
