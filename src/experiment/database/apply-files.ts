// SQL files of a scenario, applied to a database for good.
import type { MigrationFacts } from '../../model/facts.js'
import type { Scenario, SourceText } from '../../model/scenario.js'
import { applyMigration } from '../../migrate/apply-migration.js'
import type { Session } from '../../postgres/session.js'
import { fillPlaceholders } from '../../postgres/sql/fill-placeholders.js'
import { parseStatements } from '../../postgres/sql/parse-statements.js'
import type { SeededDatabase, StagePorts } from './seed-database.js'
import { STATEMENT_LIMITS_MS } from '../observe/time-limits.js'

/** `armKind`: what the arms are that come of it; see applyMigration. */
export async function applyFiles(
  session: Session,
  files: readonly SourceText[],
  { placeholders }: Pick<SeededDatabase, 'placeholders'>,
  armKind: Scenario['armKind'],
  { progress, now }: StagePorts,
): Promise<MigrationFacts> {
  await session.limitStatements(STATEMENT_LIMITS_MS.migrating)
  const parsed = files.map((file) => parseStatements(fillPlaceholders(file, placeholders)))
  return applyMigration(session, (await Promise.all(parsed)).flat(), armKind, {
    now,
    onProgress: (fraction, detail) => progress.advance(fraction, detail),
  })
}
