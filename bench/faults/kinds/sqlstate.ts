// One call, somewhere in a run, is answered with an error of the server's.
import {
  clusterOf,
  exitText,
  ORDINARY_PLAN,
  unexpectedExit,
  type FaultKind,
  type Injected,
  type Stage,
} from '../fault-kind.js'
import type { RandomStream } from '../../../src/model/random.js'
import { countAt, drawMoment } from '../moment.js'

/** Every documented end of a run that cannot go on. */
const EXIT_CODES = [2, 3, 4, 5]

/** A full disk, no memory, no connection left, cancelled, shut down, crashed, deadlocks, rights, held locks, read-only, a bug. */
export const ERRORS = [
  { code: '53100', severity: 'ERROR' },
  { code: '53200', severity: 'ERROR' },
  { code: '53300', severity: 'FATAL' },
  { code: '57014', severity: 'ERROR' },
  { code: '57P01', severity: 'FATAL' },
  { code: '57P02', severity: 'FATAL' },
  { code: '40P01', severity: 'ERROR' },
  { code: '40001', severity: 'ERROR' },
  { code: '42501', severity: 'ERROR' },
  { code: '55P03', severity: 'ERROR' },
  { code: '25006', severity: 'ERROR' },
  { code: 'XX000', severity: 'ERROR' },
] as const

type ServerError = (typeof ERRORS)[number]

/** Each in its turn, at a random call. */
export const sqlstate: FaultKind = (random, { number }) => {
  const error = errorOf(number - 1)
  const place = drawMoment(random)
  return {
    ...ORDINARY_PLAN,
    inject: (stage) =>
      answerCall(
        stage,
        error,
        countAt(
          place,
          stage.baseline.traffic.map(({ requests }) => requests),
        ),
      ),
  }
}

/** The first call, the second, the third, with errors in random order: over when a run passes before its call. */
export const everyCall: FaultKind = (random: RandomStream, { number }) => {
  const error = errorOf(random.below(ERRORS.length))
  return {
    ...ORDINARY_PLAN,
    inject: async (stage) => {
      const injected = await answerCall(stage, error, number)
      return { ...injected, isLast: !injected.struck }
    },
  }
}

const errorOf = (i: number): ServerError => ERRORS[i % ERRORS.length] ?? ERRORS[0]

const answerCall = (
  stage: Stage,
  error: ServerError,
  atRequest: number,
): Promise<Injected & { readonly struck: boolean }> =>
  clusterOf(stage).throughProxy({ kind: 'error', atRequest, ...error }, async ({ environment, traffic }) => {
    const { start, baseline } = stage
    const ended = await start({ environment }).ended
    return {
      told: `${error.severity} ${error.code} for call ${atRequest} of ${traffic.requests} → ${exitText(ended)}`,
      endedMs: 0,
      wrong: unexpectedExit(ended, traffic.struck ? [...EXIT_CODES, baseline.exitCode] : [baseline.exitCode]),
      runs: [ended],
      struck: traffic.struck,
    }
  })
