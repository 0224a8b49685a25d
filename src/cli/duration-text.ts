// A duration as the command line takes it.

/** Milliseconds in the largest unit that they are a whole number of: 90000 is 90s, 300000 is 5m. */
export const durationText = (ms: number): string =>
  ms % 60_000 === 0 ? `${ms / 60_000}m` : ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`
