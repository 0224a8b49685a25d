// Which query could miss which index of the migration. EXPLAIN tells most of it without a single timed execution: an index
// without which every plan stays the same cannot matter to reads.
import { firedKeys } from '../../analyse/attribution/fired-keys.js'
import type { BuiltIndex } from '../../model/facts.js'
import type { ForeignKey, IndexUse } from '../../model/index-facts.js'
import type { ArmPlans } from '../../model/plan.js'
import type { MeasuredQuery } from '../../measure/measured-query.js'
import { explainRows, indexesRead, planWithout, type IndexedDatabase, type RowPlan } from './plan-without.js'

export interface UseParts extends IndexedDatabase {
  /** Those that can be dropped by themselves. */
  readonly indexes: readonly BuiltIndex[]
  readonly foreignKeys: readonly ForeignKey[]
  /** Explained executions of all queries with the migration. */
  readonly plans: readonly ArmPlans[]
}

/** The uses of one query, in the order of the migration's indexes. */
export async function findIndexUses(query: MeasuredQuery, parts: UseParts): Promise<IndexUse[]> {
  const plans = await explainRows(parts.arm, query, query.rows)
  const served = servedBy(query, parts)
  const read = indexesRead(plans, parts)
  const uses: IndexUse[] = []
  for (const index of parts.indexes) {
    const name = nameOf(index)
    if (!read.has(name) && !served.has(name)) continue
    const others = await planWithout(query, [index], plans, parts)
    const constraints = served.get(name) ?? []
    uses.push({
      query: query.name,
      index: name,
      via: read.has(name) ? 'plan' : 'foreign key',
      constraints: constraints.map(({ constraint }) => constraint),
      instead: [...new Set([...others.instead, ...constraints.flatMap(({ indexes }) => indexes)])]
        .filter((other) => other !== name)
        .sort(),
      costRatio: read.has(name) ? others.costRatio : null,
    })
  }
  const known = new Set(uses.map(({ index }) => index))
  const others = parts.indexes.filter((index) => !known.has(nameOf(index)))
  return [...uses, ...(await findHiddenUses(query, others, plans, parts))]
}

/** Of indexes that no plan of the query reads. Dropped all at once; only where a plan changes then, one by one. */
async function findHiddenUses(
  query: MeasuredQuery,
  indexes: readonly BuiltIndex[],
  plans: readonly RowPlan[],
  parts: UseParts,
): Promise<IndexUse[]> {
  if (indexes.length === 0 || !(await planWithout(query, indexes, plans, parts)).changed) return []
  const uses: IndexUse[] = []
  for (const index of indexes) {
    const { changed, instead, costRatio } = await planWithout(query, [index], plans, parts)
    if (!changed) continue
    uses.push({
      query: query.name,
      index: nameOf(index),
      via: 'statistics',
      constraints: [],
      instead: [...instead],
      costRatio,
    })
  }
  return uses
}

/** The foreign keys that the query checks, by the indexes that serve them. */
function servedBy(
  { name }: MeasuredQuery,
  { plans, foreignKeys }: UseParts,
): ReadonlyMap<string, readonly ForeignKey[]> {
  const explained = plans.filter(({ query }) => query === name).flatMap((plan) => plan.explained)
  const served = new Map<string, ForeignKey[]>()
  for (const key of firedKeys(explained, foreignKeys)) {
    for (const index of key.indexes) served.set(index, [...(served.get(index) ?? []), key])
  }
  return served
}

const nameOf = ({ schema, name }: BuiltIndex): string => `${schema}.${name}`
