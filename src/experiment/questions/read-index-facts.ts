// What is known of the migration's indexes before the first sample.
import type { MigrationFacts } from '../../model/facts.js'
import type { IndexFacts, IndexUse } from '../../model/index-facts.js'
import type { ArmPlans } from '../../model/plan.js'
import type { Progress } from '../../model/progress.js'
import type { Arm } from '../../measure/arms.js'
import type { MeasuredQuery } from '../../measure/measured-query.js'
import { readForeignKeys } from '../../postgres/catalog/foreign-keys.js'
import { readIndexShapes } from '../../postgres/catalog/index-shapes.js'
import { findIndexUses } from './find-index-uses.js'

export interface IndexFactsParts {
  /** The migrated database. */
  readonly arm: Arm
  readonly migration: MigrationFacts
  readonly queries: readonly MeasuredQuery[]
  readonly plans: readonly ArmPlans[]
  readonly leaveOneOut: IndexFacts['leaveOneOut']
}

/** Null where the migration is in neither arm, or left no index. */
export async function readIndexFacts(
  { arm, migration, queries, plans, leaveOneOut }: IndexFactsParts,
  progress: Progress,
): Promise<IndexFacts | null> {
  if (migration.indexes.length === 0) return null
  progress.phase('Finding out which query uses which index')
  const shapes = await readIndexShapes(arm.session)
  const foreignKeys = await readForeignKeys(arm.session)
  const fixed = new Set(
    shapes
      .filter(({ constraint, partOf }) => constraint !== null || partOf !== null)
      .map(({ index }) => index),
  )
  const indexes = migration.indexes.filter(({ schema, name }) => !fixed.has(`${schema}.${name}`))
  const after = plans.filter((plan) => plan.arm === 'after')
  const uses: IndexUse[] = []
  for (const [i, query] of queries.entries()) {
    progress.advance(i / queries.length, query.name)
    uses.push(...(await findIndexUses(query, { arm, indexes, shapes, foreignKeys, plans: after })))
  }
  return { shapes, foreignKeys, uses, leaveOneOut }
}
