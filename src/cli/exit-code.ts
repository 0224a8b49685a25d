// What a finished run says to a script.
import { EXIT, type ExitCode } from '../model/errors.js'
import type { Result, Verdict } from '../model/result.js'

/** Verdicts that say a difference where an A/A run has none. */
const FALSE_ALARMS: ReadonlySet<Verdict> = new Set(['confirmed', 'exceeded', 'faster', 'regression'])

/**
 * 1 when a claim is refuted. In an A/A run every claim of a speed-up is refuted as it should be: there it is 1 when
 * the comparison of the database with itself finds a difference.
 */
export function exitCodeOf({ run, queries }: Result): ExitCode {
  const failed =
    run.arms === 'aa'
      ? queries.some(({ verdict, claim }) => FALSE_ALARMS.has(verdict) && claim !== 'unchanged')
      : queries.some(({ verdict }) => verdict === 'refuted')
  return failed ? EXIT.gateFailed : EXIT.ok
}
