// What becomes of a query's plans when indexes are left out, by EXPLAIN alone.
import { plannedIndexes } from '../../analyse/attribution/planned-indexes.js'
import { planTree } from '../../analyse/plans/plan-entries.js'
import { at } from '../../model/at.js'
import type { BuiltIndex } from '../../model/facts.js'
import type { IndexShape } from '../../model/index-facts.js'
import type { Explain } from '../../model/plan.js'
import type { Arm } from '../../measure/arms.js'
import { explainOnly } from '../../measure/explain-only.js'
import type { MeasuredQuery, ParameterRow } from '../../measure/measured-query.js'
import { dropStatement } from '../../migrate/toggle.js'

export interface IndexedDatabase {
  /** The migrated database. */
  readonly arm: Arm
  readonly shapes: readonly IndexShape[]
}

/** The plan of one parameter row. */
export interface RowPlan {
  readonly row: ParameterRow
  readonly explain: Explain
}

export async function explainRows(
  arm: Arm,
  query: MeasuredQuery,
  rows: readonly ParameterRow[],
): Promise<readonly RowPlan[]> {
  const plans: RowPlan[] = []
  for (const row of rows) plans.push({ row, explain: await explainOnly(arm, query, row) })
  return plans
}

/** By full name; a part of a partitioned index counts as the whole, for only that can be dropped. */
export function indexesRead(
  plans: readonly Pick<RowPlan, 'explain'>[],
  { shapes }: Pick<IndexedDatabase, 'shapes'>,
): ReadonlySet<string> {
  const above = new Map(shapes.map(({ index, partOf }) => [index, partOf]))
  const rootOf = (index: string): string => {
    const parent = above.get(index) ?? null
    return parent === null ? index : rootOf(parent)
  }
  return new Set(plans.flatMap(({ explain }) => plannedIndexes(explain).map(rootOf)))
}

export interface PlanWithout {
  readonly changed: boolean
  /** Indexes that the plans read now and did not before. */
  readonly instead: readonly string[]
  /** The planner's cost without ÷ with, the largest. */
  readonly costRatio: number
}

/** For one row of each cohort whose plan reads one of the indexes; of every cohort, if none does. */
export async function planWithout(
  query: MeasuredQuery,
  indexes: readonly BuiltIndex[],
  plans: readonly RowPlan[],
  database: IndexedDatabase,
): Promise<PlanWithout> {
  const names = indexes.map(({ schema, name }) => `${schema}.${name}`)
  const reading = plans.filter((plan) => {
    const read = indexesRead([plan], database)
    return names.some((name) => read.has(name))
  })
  const before = firstOfCohorts(reading.length > 0 ? reading : plans)
  const arm = { ...database.arm, entry: dropStatement(indexes) }
  const rows = before.map(({ row }) => row)
  const after = await explainRows(arm, query, rows)
  const former = indexesRead(before, database)
  return {
    changed: before.some(({ explain }, i) => shapeOf(explain) !== shapeOf(at(after, i).explain)),
    instead: [...indexesRead(after, database)].filter((index) => !former.has(index)).sort(),
    costRatio: Math.max(...before.map(({ explain }, i) => costOf(at(after, i).explain) / costOf(explain))),
  }
}

function firstOfCohorts(plans: readonly RowPlan[]): readonly RowPlan[] {
  const cohorts = [...new Set(plans.map(({ row }) => row.cohort))]
  return cohorts.flatMap((cohort) => plans.find(({ row }) => row.cohort === cohort) ?? [])
}

const shapeOf = (explain: Explain): string => planTree(explain.Plan).join('\n')

/** A plan without tables may cost nothing. */
const costOf = ({ Plan }: Explain): number => Math.max(Plan['Total Cost'], 0.01)
