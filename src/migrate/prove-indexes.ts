// An index that exists is not yet an index that queries use: CREATE INDEX CONCURRENTLY that fails leaves an invalid
// one behind, and IF NOT EXISTS then accepts it without a word.
import { brokenError, usageError } from '../model/errors.js'
import type { IndexRow } from '../postgres/catalog/indexes.js'
import { quoteQualified } from '../postgres/identifiers.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { formatPlace } from '../postgres/sql/source-error.js'

/** Throws a broken error at the first index that is not valid and ready. */
export function proveIndexes(created: readonly IndexRow[]): void {
  for (const index of created) proveIndex(index, '')
}

/** Throws a usage error where no index was made, or one is gone that the migration did not make. */
export function proveTogglable(
  before: readonly IndexRow[],
  { after, created }: { readonly after: readonly IndexRow[]; readonly created: readonly IndexRow[] },
  statements: readonly ParsedStatement[],
): void {
  const gone = before.find(({ oid }) => !after.some((index) => index.oid === oid))
  if (gone !== undefined) {
    throw usageError(`the migration dropped index "${gone.name}", which was there before it`, {
      hint: 'IF NOT EXISTS had left it as it was. Choose another name, or write "arms: clones" into scenario.yaml',
    })
  }
  if (created.length > 0) return
  const first = statements.find(({ kind }) => kind === 'IndexStmt')
  const place = first === undefined ? '' : `${formatPlace(first.source, first)}: `
  throw usageError(`${place}the migration made no index that was not there before`, {
    hint: 'IF NOT EXISTS skips an index whose name is taken: leave it out of the dataset, or choose another name',
  })
}

/** Throws a broken error if IF NOT EXISTS was satisfied by an index that is not usable. */
export function proveExisting(
  { node, source, line, column }: ParsedStatement,
  indexes: readonly IndexRow[],
): void {
  if (!('IndexStmt' in node)) return
  const { idxname, relation } = node.IndexStmt
  const schema = relation?.schemaname
  const named = indexes.filter(
    (index) => index.name === idxname && (schema === undefined || index.schema === schema),
  )
  for (const index of named) proveIndex(index, `${formatPlace(source, { line, column })}: `)
}

function proveIndex({ schema, name, table, valid, ready }: IndexRow, place: string): void {
  if (valid && ready) return
  const state = ready ? 'not valid: no query may use it' : 'not ready: writes do not maintain it'
  const qualified = quoteQualified(schema, name)
  throw brokenError(`${place}index ${qualified} on "${table}" is ${state}`, {
    hint:
      'A CREATE INDEX CONCURRENTLY that failed leaves such an index, and IF NOT EXISTS accepts it silently; ' +
      `so does ON ONLY while partitions are missing. DROP INDEX ${qualified}, mend the cause and create it again`,
  })
}
