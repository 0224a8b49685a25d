// Refuses texts that are not text, before the parser sees them: it is C and would stop at a NUL byte without a word.
import { usageError } from '../../model/errors.js'
import type { SourceText } from '../../model/scenario.js'
import { SourceMap } from './source-map.js'
import { sourceError } from './source-error.js'

const BYTE_ORDER_MARK = '\uFEFF'
/** What a byte order mark of UTF-16 decodes to as UTF-8. */
const DECODED_UTF16_MARK = /^\uFFFD\uFFFD/
/** ASCII as UTF-16, read as UTF-8: every other character is a NUL. */
const UTF16_ASCII = /^(?:[^\0]\0|\0[^\0]){2}/

/** The lexer looks at the rest of such a run again for each of its comment starts: 1 MB of them would take an hour. */
const OPERATOR_RUN = /[-~!@#^&|`?+*/%<>=]{500}/

/** The source without a byte order mark. Throws a usage error for UTF-16, NUL characters and endless operators. */
export function readableSource({ path, text: written }: SourceText): SourceText {
  const text = written.startsWith(BYTE_ORDER_MARK) ? written.slice(1) : written
  if (DECODED_UTF16_MARK.test(text) || UTF16_ASCII.test(text)) throw notUtf8(path, 'UTF-16')
  const source = { path, text }
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    throw errorAt(
      source,
      nul,
      'a NUL character is not SQL text',
      'PostgreSQL would read the text only up to it',
    )
  }
  const run = text.search(OPERATOR_RUN)
  if (run >= 0) throw errorAt(source, run, 'over 500 operator characters in a row', 'Put spaces between them')
  return source
}

const errorAt = (source: SourceText, index: number, what: string, hint: string): Error =>
  sourceError(source, new SourceMap(source.text).atIndex(index), what, { hint })

/** The error for a file in another encoding. */
export const notUtf8 = (path: string, found: string): Error =>
  usageError(`${path} is ${found}: files are read as UTF-8`, { hint: 'Save the file again as UTF-8' })
