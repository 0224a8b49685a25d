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

/** The source without a byte order mark. Throws a usage error for UTF-16 and NUL characters. */
export function readableSource(source: SourceText): SourceText {
  const text = source.text.startsWith(BYTE_ORDER_MARK) ? source.text.slice(1) : source.text
  if (DECODED_UTF16_MARK.test(text) || UTF16_ASCII.test(text)) throw notUtf8(source.path, 'UTF-16')
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    throw sourceError(
      { ...source, text },
      new SourceMap(text).atIndex(nul),
      'a NUL character is not SQL text',
      {
        hint: 'Remove the character; PostgreSQL would read the text only up to it',
      },
    )
  }
  return { path: source.path, text }
}

/** The error for a file in another encoding. */
export const notUtf8 = (path: string, found: string): Error =>
  usageError(`${path} is ${found}: files are read as UTF-8`, { hint: 'Save the file again as UTF-8' })
