// Was this machine so noisy that the smallest effect it can tell had to be raised?
import type { Result } from '../model/result.js'

/** What rounding through logarithms may add to an unchanged delta. */
const ROUNDING = 1.0005

export const raisedByNoise = ({ delta, smallestEffect }: Result['policy']): boolean =>
  delta > smallestEffect * ROUNDING
