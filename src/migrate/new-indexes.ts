// What came of a statement, told by oid: a name can be taken again.
import type { IndexRow } from '../postgres/catalog/indexes.js'

export function newIndexes(before: readonly IndexRow[], after: readonly IndexRow[]): readonly IndexRow[] {
  const known = new Set(before.map(({ oid }) => oid))
  return after.filter(({ oid }) => !known.has(oid))
}
