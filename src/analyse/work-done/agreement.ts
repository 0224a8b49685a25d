// Does the work say the same as the time? Time that differs without work is cache, planning or noise; work that differs
// without time is a difference that a larger or colder database will show.
import type { ArmWork, AgreementCode, Work } from '../../model/forensics.js'
import type { Speedup, Verdict } from '../../model/result.js'
import { boundsOf } from '../judge/ratio-text.js'
import type { PlanningShare } from './planning-share.js'
import { blocksText, countText, msText } from './work-text.js'

export type Time = 'faster' | 'slower' | 'same time' | 'undecided'
type Blocks = 'fewer blocks' | 'same blocks' | 'more blocks'

/** Where the interval lies against the smallest effect. Void samples decide nothing. */
export function timeOf(verdict: Verdict, speedup: Speedup | null, delta: number): Time {
  if (speedup === null || verdict === 'void') return 'undecided'
  const { low, high } = boundsOf(speedup)
  if (low > delta) return 'faster'
  if (high < 1 / delta) return 'slower'
  return low >= 1 / delta && high <= delta ? 'same time' : 'undecided'
}

export interface Observed {
  readonly time: Time
  readonly before: ArmWork
  readonly after: ArmWork
  readonly blocksRatio: number | null
  /** Null where planning explains nothing. */
  readonly planning: PlanningShare | null
  readonly planChanged: boolean
}

export function agreementOf(observed: Observed): Work['agreement'] {
  const { time, blocksRatio } = observed
  if (blocksRatio === null) return { code: 'unknown', text: 'no plan tells of the work' }
  const blocks = blocksOf(blocksRatio)
  const code: AgreementCode = `${time}, ${blocks}`
  const reads = blocks === 'same blocks' ? 'same blocks' : blocksText(blocksRatio)
  switch (code) {
    case 'faster, fewer blocks':
    case 'slower, more blocks':
      return { code, text: `${time}, and ${reads}${planningClause(observed)}` }
    case 'faster, same blocks':
    case 'slower, same blocks':
      return { code, text: `${time}, ${reads}: ${causeOf(observed)}` }
    case 'faster, more blocks':
    case 'slower, fewer blocks':
      return { code, text: `${time}, yet ${reads}: ${causeOf(observed)}` }
    case 'same time, same blocks':
      return { code, text: 'same work, same time' }
    case 'same time, fewer blocks':
      return { code, text: `same time, yet ${reads}: a gain where they are not cached` }
    case 'same time, more blocks':
      return { code, text: `same time, yet ${reads}: a loss where they are not cached` }
    case 'undecided, fewer blocks':
    case 'undecided, same blocks':
    case 'undecided, more blocks':
      return { code, text: `time undecided, ${reads}` }
  }
}

/** Fewer or more by less than this is the luck of a page here or there. */
const SAME_WITHIN = 1.1

const blocksOf = (ratio: number): Blocks => {
  if (ratio > SAME_WITHIN) return 'fewer blocks'
  return ratio < 1 / SAME_WITHIN ? 'more blocks' : 'same blocks'
}

const planningClause = ({ planning }: Observed): string =>
  planning === null ? '' : `; most of it is planning (${planningText(planning)})`

/** 0.9 ms with the migration, 0.3 ms without */
export const planningText = ({ beforeMs, afterMs }: PlanningShare): string =>
  `${msText(afterMs)} with the migration, ${msText(beforeMs)} without`

/** What else than blocks moved the way the time did. */
function causeOf(observed: Observed): string {
  const { planning, planChanged, time } = observed
  if (planning !== null) return `planning (${planningText(planning)})`
  const counted = countedCause(observed)
  if (counted !== null) return counted
  if ((observed.after.triggerCalls ?? 0) > 0) return 'triggers (foreign keys), whose work no plan shows'
  if (planChanged) return `another plan, which computes ${time === 'faster' ? 'less' : 'more'}`
  return isPlanningKnown(observed)
    ? 'the same plan, so cache or noise'
    : 'the same plan, so cache or planning'
}

const isPlanningKnown = ({ before, after }: Observed): boolean =>
  before.planningMs !== null && after.planningMs !== null

/** A count that differs by less than half explains little. */
const TELLING = 1.5

function countedCause({ time, before, after }: Observed): string | null {
  const [less, more] = time === 'faster' ? [after, before] : [before, after]
  const moved = (count: (work: ArmWork) => number | null): boolean =>
    (count(more) ?? 0) > TELLING * (count(less) ?? 0)
  if (moved(({ tempBlocks }) => tempBlocks)) {
    const [now, once] = [after.tempBlocks ?? 0, before.tempBlocks ?? 0]
    return `it spills ${countText(now, 'block')} to disk, ${countText(once)} before`
  }
  if (moved(({ rowsRemoved }) => rowsRemoved)) {
    const [now, once] = [after.rowsRemoved ?? 0, before.rowsRemoved ?? 0]
    return `it filters ${countText(now, 'row')} away, ${countText(once)} before`
  }
  return null
}
