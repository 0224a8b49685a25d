// Reasons why the samples of a query decide nothing, whatever their interval.
import type { Sample } from '../../model/evidence.js'
import type { QueryFacts } from '../../model/facts.js'
import type { BlockState } from '../../model/result.js'
import { meanOf } from '../statistics/estimate-share.js'
import type { Judgement } from './judgement.js'
import { counted } from './ratio-text.js'

/** Details of a void verdict. More rounds mend the last two only. */
export const VOID = {
  results: 'results differ',
  errors: 'errors',
  recall: 'recall too low',
  statistics: 'statistics drifted',
  vacuum: 'vacuumed while measured',
  index: 'index invalid',
  storage: 'tables rebuilt',
  controls: 'A/A failed',
  rounds: 'too few rounds',
} as const

/** Void for what no round can mend, such as different results. */
export const isVoidForGood = ({ verdict, detail }: Pick<Judgement, 'verdict' | 'detail'>): boolean =>
  verdict === 'void' && detail !== VOID.controls && detail !== VOID.rounds

export interface Conditions {
  readonly samples: readonly Sample[]
  readonly rounds: number
  readonly minimumRounds: number
  readonly minimumRecall: number
  /** No further round will come. */
  readonly finished: boolean
  /** How the state of the database drifted under the samples; null where it held. */
  readonly stateFailure: BlockState['failure']
  /** Why the run's comparison of an arm with itself failed; null where it did not. */
  readonly controlFailure: string | null
}

/** What conditions alone decide. */
interface Unfit extends Judgement {
  readonly verdict: 'void' | 'inconclusive'
}

/** The verdict `void` (or, with rounds still to come, `inconclusive`), or null where the interval may decide. */
export function judgeConditions(
  { check, rows }: Pick<QueryFacts, 'check' | 'rows'>,
  conditions: Conditions,
): Unfit | null {
  if (check.state === 'different') {
    const reason = `the arms return different results for ${check.differing} of ${counted(rows.length, 'parameter row')}`
    return { verdict: 'void', detail: VOID.results, reason }
  }
  const failed = conditions.samples.filter(({ error }) => error !== undefined)
  if (failed[0] !== undefined) {
    const reason = `${counted(failed.length, 'execution')} failed, the first with: ${failed[0].error}`
    return { verdict: 'void', detail: VOID.errors, reason }
  }
  const strays = strayCounts({ check, rows }, conditions.samples)
  if (strays > 0) {
    const reason = `${counted(strays, 'execution')} returned another number of rows than when the results were compared`
    return { verdict: 'void', detail: VOID.results, reason }
  }
  const missed = whyRecallTooLow(check, conditions.minimumRecall)
  if (missed !== null) return { verdict: 'void', detail: VOID.recall, reason: missed }
  if (conditions.stateFailure !== null) return { verdict: 'void', ...conditions.stateFailure }
  if (conditions.controlFailure !== null) {
    return { verdict: 'void', detail: VOID.controls, reason: conditions.controlFailure }
  }
  if (conditions.rounds >= conditions.minimumRounds) return null
  const reason = `${counted(conditions.rounds, 'round')} of the ${conditions.minimumRounds} that a verdict needs`
  return { verdict: conditions.finished ? 'void' : 'inconclusive', detail: VOID.rounds, reason }
}

/** Executions whose row count is not that of the check: whoever ran them saw other data than the role that was checked. */
function strayCounts(
  { check, rows }: Pick<QueryFacts, 'check' | 'rows'>,
  samples: readonly Sample[],
): number {
  if (check.state !== 'same' && check.state !== 'reordered') return 0
  return samples.filter(({ row, rows: count, censored }) => !censored && rows[row]?.returned !== count).length
}

/** Against what the arm before finds: it may search an approximate index of its own. */
function whyRecallTooLow({ recall, recalls }: QueryFacts['check'], minimumRecall: number): string | null {
  const before = recalls.length === 0 ? 1 : meanOf(recalls.map((row) => row.before))
  if (recall === null || recall >= minimumRecall * before) return null
  const least =
    before === 1 ? `below ${minimumRecall}` : `less than ${minimumRecall} of the ${before.toFixed(3)} before`
  return `recall is ${recall.toFixed(3)}, ${least}: the arms do not answer the same question`
}
