// Reasons why the samples of a query decide nothing, whatever their interval.
import type { QueryFacts, Sample } from '../model/evidence.js'
import type { Judgement } from './judgement.js'
import { counted } from './ratio-text.js'

/** Details of a void verdict. More rounds mend the last two only. */
export const VOID = {
  results: 'results differ',
  errors: 'errors',
  controls: 'A/A failed',
  rounds: 'too few rounds',
} as const

export interface Conditions {
  readonly samples: readonly Sample[]
  readonly rounds: number
  readonly minimumRounds: number
  /** No further round will come. */
  readonly finished: boolean
  /** Why the run's comparison of an arm with itself failed; null where it did not. */
  readonly controlFailure: string | null
}

/** The verdict `void` (or, with rounds still to come, `inconclusive`), or null where the interval may decide. */
export function judgeConditions({ check, rows }: QueryFacts, conditions: Conditions): Judgement | null {
  if (check.state === 'different') {
    const reason = `the arms return different results for ${check.differing} of ${counted(rows.length, 'parameter row')}`
    return { verdict: 'void', detail: VOID.results, reason }
  }
  const failed = conditions.samples.filter(({ error }) => error !== undefined)
  if (failed[0] !== undefined) {
    const reason = `${counted(failed.length, 'execution')} failed, the first with: ${failed[0].error}`
    return { verdict: 'void', detail: VOID.errors, reason }
  }
  if (conditions.controlFailure !== null) {
    return { verdict: 'void', detail: VOID.controls, reason: conditions.controlFailure }
  }
  if (conditions.rounds >= conditions.minimumRounds) return null
  const reason = `${counted(conditions.rounds, 'round')} of the ${conditions.minimumRounds} that a verdict needs`
  return { verdict: conditions.finished ? 'void' : 'inconclusive', detail: VOID.rounds, reason }
}
