// A turn of one search among others: some queries, each executed once.
import { at } from '../../model/at.js'
import type { SearchedTable } from '../searched-table.js'
import { withSearch, type Search } from './measure-search.js'
import { nullIfCutOff } from './statement-limit.js'

/**
 * Milliseconds, one for each vector, after an execution that is thrown away: what was dropped and came back is looked up
 * anew. Null where one was cut off.
 */
export const timeSearches = (
  table: SearchedTable,
  search: Search,
  vectors: readonly Float32Array[],
): Promise<number[] | null> =>
  nullIfCutOff(() =>
    withSearch(table, search, async (prepared, statement) => {
      const bound = vectors.map((vector) => prepared.bind(statement.values(vector)))
      await at(bound, 0).run()
      const latenciesMs: number[] = []
      for (const execution of bound) latenciesMs.push((await execution.run()).durationNs / 1e6)
      return latenciesMs
    }),
  )
