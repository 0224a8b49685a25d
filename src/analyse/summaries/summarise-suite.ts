// The whole suite as one number: the geometric-mean speed-up.
import type { Result } from '../../model/result.js'
import { estimateSpeedup } from '../statistics/estimate-speedup.js'
import { meanDifferences } from '../statistics/mean-differences.js'
import type { BoundedDifferences } from '../statistics/round-differences.js'

/** From the differences of every query: per round their mean, over the rounds that all queries have. */
export const summariseSuite = (byQuery: readonly BoundedDifferences[], alpha: number): Result['suite'] => ({
  speedup: estimateSpeedup(meanDifferences(byQuery), alpha),
  queries: byQuery.length,
})
