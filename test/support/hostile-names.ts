// Names that try to end the identifier, the literal or the statement they are quoted in.
import fc from 'fast-check'

/** What PostgreSQL keeps of a name. */
export const LONGEST_NAME_BYTES = 63

const PAYLOADS = [
  '"',
  '""',
  "'",
  "''",
  '\\',
  "\\'",
  '\\"',
  ';',
  '--',
  '/*',
  '*/',
  '$$',
  '$a$',
  '\n',
  '\r',
  '\t',
  '\u0001',
  '\u001B[31m',
  '\u007F',
  '\u0085',
  '\u2028',
  '\u202E',
  '\uFEFF',
  '\uFFFD',
  '％',
  '＂',
  'ʼ',
  'é',
  'e\u0301',
  '字',
  '😀',
  '👩‍👩‍👧',
  ' ',
  '.',
  ',',
  '(',
  ')',
  '$1',
  ':a',
  '${x}',
  '%s',
  '%I',
  'U&',
  'E',
  'select',
  'table',
  'user',
  'null',
  '; drop table canary; --',
  '"; drop table canary; --',
  "'; drop table canary; --",
  '"."pg_catalog"."pg_class',
  '" cascade; drop role canary; --',
  '$$; drop table canary; $$',
  '*/ drop table canary; /*',
]

const piece = fc.oneof(
  fc.constantFrom(...PAYLOADS),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 8 }),
)

/** Any text PostgreSQL has: without NUL, and not empty. */
export const hostileText = fc
  .oneof(
    {
      weight: 20,
      arbitrary: fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
    },
    { weight: 1, arbitrary: fc.tuple(piece, fc.integer({ min: 1, max: 300 })).map(([p, n]) => p.repeat(n)) },
  )
  .map((text) => text.replaceAll('\0', ''))
  .filter((text) => text !== '')

/** As PostgreSQL shortens a name: whole characters within 63 bytes. */
export function keptName(name: string): string {
  let kept = ''
  for (const character of name) {
    if (Buffer.byteLength(kept + character) > LONGEST_NAME_BYTES) break
    kept += character
  }
  return kept
}
