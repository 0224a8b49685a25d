// What PostgreSQL's parser did not understand, told with the place and, where psql's own language is the cause,
// with what to write instead.
import type { SqlError } from 'libpg-query'
import type { HarnessError } from '../../model/errors.js'
import type { SourceText } from '../../model/scenario.js'
import type { Parser } from './parser.js'
import { findCopyData, psqlProblem } from './psql-syntax.js'
import { sourceError } from './source-error.js'
import type { SourceMap } from './source-map.js'

/** The usage error for what the parser threw. */
export function syntaxError(
  parser: Parser,
  source: SourceText,
  map: SourceMap,
  error: SqlError,
): HarnessError {
  // Code points from 0; zero too where the parser names no place.
  const codePoint = error.sqlDetails?.cursorPosition ?? 0
  const byte = map.byteOfCodePoint(codePoint)
  const copy = findCopyData(parser, map.slice(0, byte))
  if (copy !== undefined) return sourceError(source, map.atByte(copy.byte), copy.what, { hint: copy.hint })
  const psql = psqlProblem(map.slice(byte, map.byteLength))
  const { what, hint } = psql ?? { what: oneLine(error.message), hint: hintFor(error.message) }
  return sourceError(source, map.atCodePoint(codePoint), what, { hint, cause: error })
}

const NEAR = 60

// An unterminated string is quoted whole, to the end of the file.
function oneLine(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ')
  const points = Array.from(line)
  return points.length <= NEAR * 2 ? line : `${points.slice(0, NEAR).join('')}…`
}

function hintFor(message: string): string {
  if (message.startsWith('unterminated')) return 'Close what is opened here'
  if (message.startsWith('memory exhausted')) return 'The expression is nested too deeply for PostgreSQL'
  return 'The text must be SQL as PostgreSQL 18 reads it'
}
