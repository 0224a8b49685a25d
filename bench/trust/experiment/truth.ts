// What is known of a slowdown before its reports.

export interface Truth {
  /** before ÷ after. */
  readonly speedup: number
  /** Its standard error as a share. */
  readonly error: number
}

/** By name of the query. */
export type Truths = ReadonlyMap<string, Truth>

/** What ±3 % can still be told with, and of a large ratio about a hundredth of its logarithm. */
export const isKnown = ({ speedup, error }: Truth): boolean =>
  error <= Math.max(0.006, 0.0125 * Math.abs(Math.log(speedup)))
