// What becomes of a search under a filter: selectivity × correlation × strategy, each held against the exact neighbours
// under the same filter. The indexes that are tried have to stand.
import type { QuerySet, SearchedTable } from '../searched-table.js'
import type { GroupedRows } from '../grouped-rows.js'
import type { TunedIndex } from '../tuned-index.js'
import type { Attempt } from './attempt.js'
import { attemptsFor, type Attempts } from './attempts.js'
import { byImportance } from './by-importance.js'
import { chooseCases, type ChosenCase } from './choose-cases.js'
import { neighbourhoodSize } from './correlation.js'
import { tryOut, type Course, type FilterOptions, type FilterPorts, type MeasuredFilters } from './course.js'
import { withPlainIndexes } from './plain-indexes.js'
import { casesByTenant } from './tenant-cases.js'
import { byPolicy, withTenantPolicy } from './tenant-policy.js'
import { tryPartialIndex } from './try-partial-index.js'
import { tryPartitions } from './try-partitions.js'

/** `tuned`: each with the settings that are told of it without a filter. `rows`: all of the table. */
export async function measureFilters(
  table: SearchedTable,
  tuned: readonly TunedIndex[],
  rows: GroupedRows,
  held: Pick<QuerySet, 'set' | 'vectors'>,
  options: FilterOptions,
  ports: FilterPorts,
): Promise<MeasuredFilters> {
  const near = await ports.nearest(null, held.vectors, neighbourhoodSize(rows.rowCount))
  const { cases, leftOut } = chooseCases(
    rows,
    near.map(({ ids }) => ids),
    options.mostQueries,
  )
  const course: Course = {
    options,
    ports,
    held,
    evidence: [],
    leftOut: [
      ...leftOut,
      ...(options.withIterativeScans ? [] : ['iterative scans: pgvector has them from 0.8 on']),
    ],
    expected: leftOut.length + (cases.length + policedOf(cases).length) * (1 + ATTEMPTS * tuned.length),
    truths: new Map(),
  }
  await withPlainIndexes(table, async (plain) => {
    const tryCases = (part: keyof Attempts, some: readonly ChosenCase[]): Promise<void> =>
      tryPart(
        course,
        table,
        some,
        ({ rows: filtered }) => attemptsFor(table, filtered, tuned, plain, options.withIterativeScans)[part],
      )
    const { onePercent, tenants, rest } = byImportance(cases)
    // Of the gravest every strategy, of all others first what the planner makes of them.
    await tryCases('choices', onePercent)
    await tryCases('through', onePercent)
    await tryCases('choices', tenants)
    await tryForTenants(course, table, cases, tuned)
    await tryCases('through', tenants)
    await tryCases('choices', rest)
    await tryCases('through', rest)
  })
  const { evidence } = course
  return { evidence, leftOut: course.leftOut }
}

/** By WHERE, then by policy. */
async function tryPart(
  course: Course,
  table: SearchedTable,
  cases: readonly ChosenCase[],
  attemptsOf: (chosen: ChosenCase) => readonly Attempt[],
): Promise<void> {
  for (const chosen of cases) {
    for (const attempt of attemptsOf(chosen)) await tryOut(course, chosen, attempt)
  }
  const policed = policedOf(cases)
  if (policed.length === 0) return
  await withTenantPolicy(table, async () => {
    for (const chosen of policed) {
      // A policy has its tenant from a setting, not from a parameter: a generic plan knows no less of it.
      const custom = attemptsOf(chosen).filter(({ planMode }) => planMode === 'custom')
      for (const attempt of custom) await tryOut(course, chosen, attempt)
    }
  })
}

const policedOf = (cases: readonly ChosenCase[]): readonly ChosenCase[] =>
  cases.flatMap((chosen) => byPolicy(chosen) ?? [])

/** Of each index, about. */
const ATTEMPTS = 5

/** A partial index is for the largest of the tenants alone: nobody keeps one for each. */
async function tryForTenants(
  course: Course,
  table: SearchedTable,
  cases: readonly ChosenCase[],
  tuned: readonly TunedIndex[],
): Promise<void> {
  const tenants = casesByTenant(cases)
  const [hot] = tenants
  if (hot === undefined) {
    course.leftOut.push('partial index and partitions: no filter is by one tenant')
    return
  }
  await tryPartialIndex(course, table, hot, tuned)
  await tryPartitions(course, table, tenants, tuned)
}
