// Does a statement need what is not there: a table that is left out, an index of it, pgvector itself, or a number that
// counts the rows of such a table?
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { namedRelations } from './named-relations.js'
import { pgvectorNeeds, settingNeeds } from './pgvector-needs.js'

export interface Lacking {
  /** Tables, and indexes on them. */
  readonly relations: ReadonlySet<string>
  /** Names of placeholders that have no value. */
  readonly placeholders: readonly string[]
}

export const lacks = (statement: Pick<ParsedStatement, 'node'>, { relations }: Lacking): boolean =>
  pgvectorNeeds(statement).length > 0 || [...namedRelations(statement)].some((name) => relations.has(name))

export const settingLacks = (name: string, value: string, lacking: Lacking): boolean =>
  settingNeeds(name).length > 0 || usesPlaceholder(value, lacking)

export const usesPlaceholder = (text: string, { placeholders }: Lacking): boolean =>
  placeholders.some((name) => text.includes(`\${${name}}`))
