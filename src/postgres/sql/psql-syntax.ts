// What psql understands and PostgreSQL does not: meta-commands, variables, and rows after COPY … FROM stdin.
// Looked for only where the parser has stopped, so casts, array slices, strings and comments are never mistaken.
import type { Node } from 'libpg-query'
import type { HarnessError } from '../../model/errors.js'
import { scanTokens, type Parser } from './parser.js'
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
  for (const [i, token] of tokens.entries()) {
    const starts = i === 0 || tokens[i - 1]?.text === ';'
    if (!starts || token.text.toLowerCase() !== 'copy') continue
    const end = tokens.slice(i).find(({ text }) => text === ';')
    if (end === undefined) return undefined
    const statement = bytes.toString('utf8', token.start, end.start)
    if (parses(parser, statement).some(isCopyFromStdin)) return { ...COPY_PROBLEM, byte: token.start }
  }
  return undefined
}

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
