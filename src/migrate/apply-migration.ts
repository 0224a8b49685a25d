// Applies the statements of a migration, each as a message of its own and each timed, and proves what came of them.
import type { AppliedStatement, BuiltIndex, MigrationFacts } from '../model/facts.js'
import type { Scenario } from '../model/scenario.js'
import { listIndexes, type IndexRow } from '../postgres/catalog/indexes.js'
import type { Session } from '../postgres/session.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { applyStatement } from './apply-statement.js'
import { keepSettings } from './keep-settings.js'
import { newIndexes } from './new-indexes.js'
import { proveExisting, proveIndexes, proveTogglable } from './prove-indexes.js'

export interface ApplyPorts {
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  /** Told before each statement: the share that is done, and what comes next. */
  readonly onProgress: (fraction: number, detail: string) => void
}

/**
 * Runs the statements in order and leaves the settings of the session as they were. Where the arms are `transactions` indexes must
 * come of them, and none that was there may go: dropping and rolling back is all that tells the arms apart.
 * Throws a usage error where the server refuses a statement, and a broken error where an index is not usable.
 */
export async function applyMigration(
  session: Session,
  statements: readonly ParsedStatement[],
  armKind: Scenario['armKind'],
  ports: ApplyPorts,
): Promise<MigrationFacts> {
  const before = await listIndexes(session)
  const applied = await keepSettings(session, statements, () => applyAll(session, statements, before, ports))
  const after = await listIndexes(session)
  // What REINDEX CONCURRENTLY made anew is no new index.
  const created = newIndexes(before, after).filter((index) => !before.some((former) => isSame(former, index)))
  proveIndexes(created)
  if (armKind === 'transactions') proveTogglable(before, { after, created }, statements)
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
    const found = await listIndexes(session)
    if (statement.kind === 'IndexStmt') {
      const made = newIndexes(known, found)
      if (made.length === 0) proveExisting(statement, found)
      for (const { oid } of made.length === 1 ? made : []) creators.set(oid, outcome)
    }
    known = found
  }
  onProgress(1, '')
  return { statements: applied, creators }
}

const isSame = (one: IndexRow, other: IndexRow): boolean =>
  one.schema === other.schema && one.name === other.name && one.definition === other.definition

const builtIndex = (index: IndexRow, creator: AppliedStatement | undefined): BuiltIndex => {
  const { schema, name, table, method, definition, sizeBytes, valid } = index
  const { durationMs: buildMs = null, lock = null } = creator ?? {}
  return { schema, name, table, method, definition, sizeBytes, buildMs, lock, valid }
}

const firstLine = ({ sql }: ParsedStatement): string => sql.replaceAll(/\s+/g, ' ').slice(0, 80)
