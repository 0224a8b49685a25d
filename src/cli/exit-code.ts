// What a finished run says to a script.
import { EXIT, type ExitCode } from '../model/errors.js'
import type { QueryResult, Result } from '../model/result.js'

/**
 * 1 when something published is refuted: a claim on a query or on a group, a check, or that a statement fails. In an A/A run every claim of a speed-up is refuted as it should be: there it is 1 when the
 * whole interval of any query, or of all together, lies outside the smallest effect.
 */
export function exitCodeOf({ run, queries, claims, checks, fails, suite, policy }: Result): ExitCode {
  const failed =
    run.arms === 'aa'
      ? [...queries, suite].some(({ speedup }) => isOutside(speedup, policy.delta))
      : [...queries, ...claims, ...checks, ...fails].some(({ verdict }) => verdict === 'refuted')
  return failed ? EXIT.gateFailed : EXIT.ok
}

function isOutside(speedup: QueryResult['speedup'], delta: number): boolean {
  if (speedup === null) return false
  return (speedup.low !== null && speedup.low > delta) || (speedup.high !== null && speedup.high < 1 / delta)
}
