// What is known of a slowdown before its reports.

export interface Truth {
  /** before ÷ after. */
  readonly speedup: number
  /** Its standard error as a share. */
  readonly error: number
}

/** By name of the query. */
export type Truths = ReadonlyMap<string, Truth>

/** What ±3 % can still be told with. */
export const isKnown = ({ error }: Truth): boolean => error <= 0.006
