// What turns a migrated database into the arm `before`, inside a transaction that is rolled back.
import type { BuiltIndex } from '../model/facts.js'
import { quoteQualified } from '../postgres/identifiers.js'

/**
 * One statement that drops all the indexes; empty for none. One and not several: the index of a partition can only be
 * dropped together with the index above it.
 */
export const dropStatement = (indexes: readonly Pick<BuiltIndex, 'schema' | 'name'>[]): string =>
  indexes.length === 0
    ? ''
    : `drop index ${indexes.map(({ schema, name }) => quoteQualified(schema, name)).join(', ')}`
