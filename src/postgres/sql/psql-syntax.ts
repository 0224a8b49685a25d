// What psql understands and PostgreSQL does not: meta-commands, variables, and rows after COPY … FROM stdin.
// Looked for only where the parser has stopped, so casts, array slices, strings and comments are never mistaken.
import type { Node } from 'libpg-query'
import type { HarnessError } from '../../model/errors.js'
import { scanTokens, type Parser, type Token } from './parser.js'
import type { ParsedStatement } from './parsed-statement.js'
import { sourceError } from './source-error.js'

interface Problem {
  readonly what: string
  readonly hint: string
}

const META_COMMAND = /^\\[^\s']*/
const VARIABLE = /^:(?:'[^'\n]*'|"[^"\n]*"|\{\?\w+\}|[\p{L}_]\w*)/u

const INSTEAD: Readonly<Record<string, string>> = {
  '\\i': 'Copy the statements of the included file here, or make it a migration file of its own',
  '\\ir': 'Copy the statements of the included file here, or make it a migration file of its own',
  '\\include': 'Copy the statements of the included file here, or make it a migration file of its own',
  '\\c': 'Remove it: the database is chosen on the command line, not by the file',
  '\\connect': 'Remove it: the database is chosen on the command line, not by the file',
  '\\copy': 'Remove it: data comes from the dataset, not from the scenario',
  '\\set': 'Remove it, and write the value where the variable is used',
  '\\gset': 'Write a semicolon, and the values where the variables are used',
  '\\g': 'Write a semicolon instead',
}

const COPY_PROBLEM: Problem = {
  what: 'COPY … FROM stdin takes its rows from a client such as psql',
  hint: 'Write INSERT INTO … VALUES instead, or let the dataset make the rows',
}

/** Explains the text at which the parser stopped, if psql would have understood it. */
export function psqlProblem(rest: string): Problem | undefined {
  const [command] = META_COMMAND.exec(rest) ?? []
  if (command !== undefined) {
    const hint = INSTEAD[command] ?? 'Remove it: only SQL that the server itself understands can be measured'
    return { what: `"${command}" is a command of psql, not SQL`, hint }
  }
  const [variable] = VARIABLE.exec(rest) ?? []
  if (variable === undefined) return undefined
  const hint =
    'Write the value itself; in a query write $1, $2, … and draw the values in its parameters query'
  return { what: `"${variable}" is a variable of psql, not SQL`, hint }
}

/** The COPY … FROM stdin before the place where the parser stopped, if its rows are what it stumbled over. */
export function findCopyData(
  parser: Parser,
  before: string,
): (Problem & { readonly byte: number }) | undefined {
  const tokens = scanTokens(parser, before).filter((token) => !token.isComment)
  const bytes = Buffer.from(before, 'utf8')
  let first = 0
  for (const [end, { text, start: endByte }] of tokens.entries()) {
    if (text !== ';') continue
    const words = tokens.slice(first, end)
    first = end + 1
    const [copy] = words
    if (copy?.text.toLowerCase() !== 'copy' || !words.some(isStdin)) continue
    const statement = bytes.toString('utf8', copy.start, endByte)
    if (parses(parser, statement).some(isCopyFromStdin)) return { ...COPY_PROBLEM, byte: copy.start }
  }
  return undefined
}

const isStdin = ({ text }: Token): boolean => text.toLowerCase() === 'stdin'

/** Throws a usage error if the statement waits for rows from the client. */
export function refuseCopyFromStdin(statement: ParsedStatement): void {
  if (isCopyFromStdin(statement.node)) throw copyError(statement)
}

const copyError = (statement: ParsedStatement): HarnessError =>
  sourceError(statement.source, statement, COPY_PROBLEM.what, { hint: COPY_PROBLEM.hint })

const isCopyFromStdin = (node: Node): boolean =>
  'CopyStmt' in node && node.CopyStmt.is_from === true && node.CopyStmt.filename === undefined

function parses(parser: Parser, text: string): readonly Node[] {
  try {
    return (parser.parseSync(text).stmts ?? []).flatMap(({ stmt }) => stmt ?? [])
  } catch {
    return []
  }
}
