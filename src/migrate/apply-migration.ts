// Applies the statements of a migration, each as a message of its own and each timed, and proves what came of them.
import type { AppliedStatement, BuiltIndex, MigrationFacts } from '../model/facts.js'
import { listIndexes, type IndexRow } from '../postgres/catalog/indexes.js'
import type { Session } from '../postgres/session.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { applyStatement } from './apply-statement.js'
import { keepSettings } from './keep-settings.js'
import { newIndexes } from './new-indexes.js'
import { proveExisting, proveIndexes } from './prove-indexes.js'

export interface ApplyPorts {
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  /** Told before each statement: the share that is done, and what comes next. */
  readonly onProgress: (fraction: number, detail: string) => void
}

/**
 * Runs the statements in order and leaves the settings of the session as they were.
 * Throws a usage error where the server refuses a statement, and a broken error where an index is not usable.
 */
export async function applyMigration(
  session: Session,
  statements: readonly ParsedStatement[],
  ports: ApplyPorts,
): Promise<MigrationFacts> {
  const before = await listIndexes(session)
  const applied = await keepSettings(session, statements, () => applyAll(session, statements, before, ports))
  const created = newIndexes(before, await listIndexes(session))
  proveIndexes(created, statements)
  return {
    applied: true,
    statements: applied.statements,
    indexes: created.map((index) => builtIndex(index, applied.creators.get(index.oid))),
  }
}

interface Applied {
  readonly statements: AppliedStatement[]
  /** The statement by the oid of the index it created; missing where one statement made several indexes. */
  readonly creators: ReadonlyMap<string, AppliedStatement>
}

async function applyAll(
  session: Session,
  statements: readonly ParsedStatement[],
  before: readonly IndexRow[],
  { now, onProgress }: ApplyPorts,
): Promise<Applied> {
  const applied: AppliedStatement[] = []
  const creators = new Map<string, AppliedStatement>()
  let known = before
  for (const [i, statement] of statements.entries()) {
    onProgress(i / statements.length, firstLine(statement))
    const outcome = await applyStatement(session, statement, known, now)
    applied.push(outcome)
    if (statement.kind !== 'IndexStmt') continue
    const found = await listIndexes(session)
    const made = newIndexes(known, found)
    if (made.length === 0) proveExisting(statement, found)
    for (const { oid } of made.length === 1 ? made : []) creators.set(oid, outcome)
    known = found
  }
  onProgress(1, '')
  return { statements: applied, creators }
}

const builtIndex = (index: IndexRow, creator: AppliedStatement | undefined): BuiltIndex => {
  const { schema, name, table, method, definition, sizeBytes, valid } = index
  const { durationMs: buildMs = null, lock = null } = creator ?? {}
  return { schema, name, table, method, definition, sizeBytes, buildMs, lock, valid }
}

const firstLine = ({ sql }: ParsedStatement): string => sql.replaceAll(/\s+/g, ' ').slice(0, 80)
