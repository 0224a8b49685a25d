// SQL text to statements with their place, split by PostgreSQL's own parser and never by semicolons.
import type { RawStmt } from 'libpg-query'
import type { SourceText } from '../../model/scenario.js'
import type { ParsedStatement } from './parsed-statement.js'
import { loadParser, scanTokens, type Parser, type Token } from './parser.js'
import { refuseCopyFromStdin } from './psql-syntax.js'
import { readableSource } from './readable-source.js'
import { sourceError } from './source-error.js'
import { SourceMap } from './source-map.js'
import { syntaxError } from './syntax-error.js'

/**
 * The statements of a text in their order; none when it holds only comments.
 * Throws a usage error with file:line:column and a frame where the text is not SQL that PostgreSQL itself parses.
 */
export async function parseStatements(original: SourceText): Promise<readonly ParsedStatement[]> {
  const source = readableSource(original)
  // The parser refuses an empty text instead of finding nothing in it.
  if (source.text.trim() === '') return []
  const parser = await loadParser()
  const map = new SourceMap(source.text)
  const raw = parse(parser, source, map)
  const statements = [...located(raw, source, map, scanTokens(parser, source.text))]
  for (const statement of statements) refuseCopyFromStdin(statement)
  return statements
}

function parse(parser: Parser, source: SourceText, map: SourceMap): readonly RawStmt[] {
  try {
    return parser.parseSync(source.text).stmts ?? []
  } catch (error) {
    if (parser.hasSqlDetails(error)) throw syntaxError(parser, source, map, error)
    // What the grammar takes as a list (a + b + c …) is nested in the tree, and writing that out overflows the stack.
    if (error instanceof RangeError) throw tooDeep(source, error)
    throw error
  }
}

const tooDeep = (source: SourceText, cause: RangeError): Error =>
  sourceError(source, { line: 1, column: 1 }, 'an expression of this file is nested too deeply to be read', {
    hint: 'Write it with fewer operators, casts, joins or UNIONs in one chain',
    cause,
  })

// The parser's statements reach up to the semicolon, comments included; tokens say where their words end.
function* located(
  raw: readonly RawStmt[],
  source: SourceText,
  map: SourceMap,
  tokens: readonly Token[],
): Generator<ParsedStatement> {
  let next = 0
  for (const { stmt, stmt_location: start = 0, stmt_len: length } of raw) {
    const stop = length === undefined ? map.byteLength : start + length
    const own: Token[] = []
    for (let token = tokens[next]; token !== undefined && token.end <= stop; token = tokens[++next]) {
      if (token.start >= start && !token.isComment) own.push(token)
    }
    const [first, last, kind] = [own[0], own.at(-1), Object.keys(stmt ?? {})[0]]
    if (stmt === undefined || kind === undefined || first === undefined || last === undefined) continue
    const place = map.atByte(first.start)
    const sql = map.slice(first.start, last.end)
    yield { sql, kind, node: stmt, ...place, offset: map.codePointAt(place), source }
  }
}
