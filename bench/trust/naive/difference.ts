// What a naive design concludes from two heaps of latencies: is there a difference, and how large?

export interface Difference {
  /** Significant at 5 %. */
  readonly differs: boolean
  /** before ÷ after, of whatever the test compares. */
  readonly ratio: number
}

export type NaiveTest = (before: readonly number[], after: readonly number[]) => Difference

/** Outside the ±5 % that our own verdicts call unchanged: so that nobody is blamed for what he would not report. */
export const isBeyond = ({ differs, ratio }: Difference): boolean =>
  differs && Math.abs(Math.log(ratio)) > Math.log(1.05)
