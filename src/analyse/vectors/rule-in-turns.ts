// What a number of lists that a rule asks for did where it took turns with the finalists: with nothing set, and tuned.
import { bootstrapMean } from '../../model/vectors/bootstrap-mean.js'
import type { Finalist, SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import type { ListsRule, TargetComparison } from '../../model/vectors/sweep-result.js'
import { nearestToUsual } from '../../model/vectors/usual-target.js'
import { median } from '../statistics/median.js'
import { RATIO_ALPHA } from './compare-at-target.js'
import { latencyRatio } from './latency-ratio.js'
import { indexKey, searchKey } from './same-settings.js'
import { latenciesOf } from './summarise-points.js'
import { percentile95 } from './summarise-search.js'

export interface InTurns extends Pick<ListsRule, 'unset' | 'tuned' | 'againstChosen'> {
  /** It is the one that the others of its kind are compared by. */
  readonly isChosen: boolean
}

const UNSET_PROBES = 1

export function ruleInTurns(
  lists: number,
  comparison: TargetComparison,
  { finalists, run }: SweepEvidence,
): InTurns {
  const own = finalists.filter(({ point }) => isOfLists(point.index, lists))
  const unset = own.find(({ point }) => point.search.effort === UNSET_PROBES) ?? null
  const chosen = chosenLists(finalists, comparison)
  // What was chosen may have been tuned to a higher target.
  const isChosen = (one: Finalist): boolean => chosen !== null && keyOf(one) === keyOf(chosen)
  const tuned = own.find(isChosen) ?? tunedTo(comparison.target, own, run.targets)
  return {
    unset: unset && figuresOf(unset, run.seed),
    tuned: tuned && figuresOf(tuned, run.seed),
    againstChosen:
      tuned === null || chosen === null || isChosen(tuned) ? null : latencyRatio(tuned, chosen, RATIO_ALPHA),
    isChosen: tuned !== null && isChosen(tuned),
  }
}

/** What a rule asks for enters at the usual target; where it was tuned alike to a higher one, it stands for that. */
function tunedTo(target: number, own: readonly Finalist[], targets: readonly number[]): Finalist | null {
  const serves = (one: Finalist): boolean =>
    one.target === target || (target === nearestToUsual(targets) && (one.target ?? 0) > target)
  const byEffort = (a: Finalist, b: Finalist): number =>
    (a.point.search.effort ?? 0) - (b.point.search.effort ?? 0)
  return own.filter(serves).toSorted(byEffort)[0] ?? null
}

function isOfLists(index: Finalist['point']['index'], lists: number): boolean {
  return index.kind === 'ivfflat' && index.representation === 'vector' && index.lists === lists
}

/** The IVFFlat of whole vectors that is compared with HNSW at this target. */
function chosenLists(finalists: readonly Finalist[], { contenders }: TargetComparison): Finalist | null {
  const best = contenders.find(({ index }) => index.kind === 'ivfflat' && index.representation === 'vector')
  if (best === undefined) return null
  return finalists.find(({ point }) => keyOf({ point }) === keyOf({ point: best })) ?? null
}

const keyOf = ({ point }: { readonly point: Pick<Finalist['point'], 'index' | 'search'> }): string =>
  `${indexKey(point.index)} ${searchKey(point.search)}`

/** Null of what is void. */
function figuresOf(finalist: Finalist, seed: number): ListsRule['tuned'] {
  const { search, answers, voidBecause } = finalist.point
  const latencies = latenciesOf(finalist)
  const [medianMs, p95Ms] = [median(latencies), percentile95(latencies)]
  if (voidBecause !== null || answers.length === 0 || medianMs === null || p95Ms === null) return null
  const recall = bootstrapMean(
    answers.map((answer) => answer.recall),
    seed,
  )
  return { search, recall, medianMs, p95Ms }
}
