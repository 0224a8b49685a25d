// What is concluded of queries and comparisons before their indexes are judged.
import type { ComparisonResult, QueryResult } from '../../model/result.js'
import type { BoundedDifferences } from '../statistics/round-differences.js'

export interface Conclusions {
  readonly queries: readonly QueryResult[]
  /** With an index or several left out. */
  readonly comparisons: readonly ComparisonResult[]
  readonly delta: number
  /** Round by round, of a query in a pair. */
  readonly differencesOf: (query: string, pair: ComparisonResult['pair']) => BoundedDifferences
}
