// The tables and indexes that a statement names, without their schemas: a dataset lives in one.
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { walk } from '../postgres/sql/walk.js'
import { droppedIndexes, isDropIndex } from './index-names.js'
import { lastName, nameParts } from './name-parts.js'

/** The name of a WITH query counts as the table of that name: what it hides is seldom something else. */
export function namedRelations({ node }: Pick<ParsedStatement, 'node'>): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [, fields] of walk(node)) {
    if (typeof fields['relname'] === 'string') names.add(fields['relname'])
  }
  if (isDropIndex(node)) for (const name of droppedIndexes(node)) names.add(name)
  const commented = commentedRelation(node)
  if (commented !== undefined) names.add(commented)
  return names
}

/** What belongs to a table is named after it: COMMENT ON COLUMN messages.body. */
const PARTS = new Set([
  'OBJECT_COLUMN',
  'OBJECT_TABCONSTRAINT',
  'OBJECT_POLICY',
  'OBJECT_RULE',
  'OBJECT_TRIGGER',
])
const RELATIONS = new Set(['OBJECT_INDEX', 'OBJECT_TABLE'])

function commentedRelation(node: ParsedStatement['node']): string | undefined {
  if (!('CommentStmt' in node)) return undefined
  const { objtype = '', object } = node.CommentStmt
  const items = object !== undefined && 'List' in object ? object.List.items : undefined
  if (RELATIONS.has(objtype)) return lastName(items)
  return PARTS.has(objtype) ? nameParts(items).at(-2) : undefined
}
