// One statement of a SQL file, with its parse tree and its place.
import type { Node } from 'libpg-query'
import type { SourceText } from '../../model/scenario.js'

export interface ParsedStatement {
  /** From the first to the last token: no comments around it, no semicolon. */
  readonly sql: string
  /** Node of PostgreSQL's parse tree, e.g. IndexStmt. */
  readonly kind: string
  readonly node: Node
  /** Place of the first token, from 1; the column in code points. */
  readonly line: number
  readonly column: number
  /** Code points of the source before the first token. */
  readonly offset: number
  /** Where it comes from, without a byte order mark: what `offset` counts in. */
  readonly source: SourceText
}
