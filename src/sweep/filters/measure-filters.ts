// What becomes of a search under a filter: selectivity × correlation × strategy, each held against the exact neighbours
// under the same filter. The indexes that are tried have to stand.
import type { GroupedRows } from '../grouped-rows.js'
import type { QuerySet, SearchedTable } from '../searched-table.js'
import type { TunedIndex } from '../tuned-index.js'
import { byImportance } from './by-importance.js'
import { groupCases } from './case-groups.js'
import { chooseCases } from './choose-cases.js'
import { neighbourhoodSize } from './correlation.js'
import type { Course, FilterOptions, FilterPorts, MeasuredFilters } from './course.js'
import { measureGroups } from './measure-groups.js'
import { withPlainIndexes } from './plain-indexes.js'

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
    table,
    tuned,
    options,
    ports,
    held,
    evidence: [],
    leftOut: [
      ...leftOut,
      ...(options.withIterativeScans ? [] : ['iterative scans: pgvector has them from 0.8 on']),
    ],
  }
  if (tuned.length > 0) {
    await withPlainIndexes(table, (plain) => measureGroups(course, groupCases(byImportance(cases)), plain))
  }
  return { evidence: course.evidence, leftOut: course.leftOut }
}
