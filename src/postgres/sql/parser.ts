// PostgreSQL 18's own parser, compiled to WebAssembly: loaded when SQL is first read, since its 1.7 MB would slow
// down commands that read none.

export type Parser = typeof import('libpg-query')

/** Ready to parse synchronously. */
export async function loadParser(): Promise<Parser> {
  const parser = await import('libpg-query')
  await parser.loadModule()
  return parser
}

// libpg-query's scan() writes control characters into its JSON unescaped and then cannot read it. As spaces of the
// same width they change no offset: outside of strings they are white space or errors that the parser has reported.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f]/g

export interface Token {
  /** UTF-8 byte offsets, the end excluded. */
  readonly start: number
  readonly end: number
  readonly isComment: boolean
  readonly text: string
}

/** The tokens of a text without lexical errors, comments included. */
export function scanTokens(parser: Parser, text: string): readonly Token[] {
  // An empty text is an error to libpg-query.
  if (text === '') return []
  const { tokens } = parser.scanSync(text.replaceAll(CONTROL, ' '))
  return tokens.map(({ start, end, tokenName, text }) => ({
    start,
    end,
    isComment: tokenName === 'SQL_COMMENT' || tokenName === 'C_COMMENT',
    text,
  }))
}
