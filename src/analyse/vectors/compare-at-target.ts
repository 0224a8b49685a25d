// The comparison at equal recall: each kind with the settings tuned to the target, held against the others and the exact scan.
import { bootstrapMean } from '../../model/vectors/bootstrap-mean.js'
import type { Finalist } from '../../model/vectors/sweep-evidence.js'
import type { Contender, LatencyRatio, TargetComparison } from '../../model/vectors/sweep-result.js'
import { median } from '../statistics/median.js'
import { latencyRatio } from './latency-ratio.js'
import { familyKey } from './same-settings.js'
import { latenciesOf } from './summarise-points.js'
import { percentile95 } from './summarise-search.js'

/** Of the intervals of latency ratios. */
export const RATIO_ALPHA = 0.05

/**
 * Settings tuned to a higher target serve a lower one too, where they are the fastest that do. Those tuned to a lower one do not compete,
 * though they may reach it: that the reporting queries alone would have chosen.
 */
export function compareAtTarget(
  finalists: readonly Finalist[],
  target: number,
  seed: number,
): TargetComparison {
  const entered = enteredAt(finalists, target, seed)
  const families = new Set(entered.map(({ finalist }) => familyKey(finalist.point.index)))
  const best = [...families]
    .flatMap((family) => bestOf(entered.filter(({ finalist }) => familyKey(finalist.point.index) === family)))
    .sort((a, b) => a.contender.medianMs - b.contender.medianMs)
  return { target, contenders: best.map(({ contender }) => contender), ratios: ratiosOf(best) }
}

/** The index that is advised, unless the exact scan is as fast: the fastest that is at the target; null where none is. */
export const fastestIndex = ({ contenders }: Pick<TargetComparison, 'contenders'>): Contender | null =>
  contenders.find(({ index, state }) => index.kind !== 'exact' && state !== 'missed') ?? null

/** The fastest index that clears the target, of those tuned to it or to a higher one; null where none does. */
export function fastestCleared(
  finalists: readonly Finalist[],
  target: number,
  seed: number,
): Contender | null {
  const cleared = enteredAt(finalists, target, seed)
    .map(({ contender }) => contender)
    .filter(({ index, state }) => index.kind !== 'exact' && state === 'proven')
  return cleared.toSorted((a, b) => a.medianMs - b.medianMs)[0] ?? null
}

/** What a published rule asks for competes too where it was tuned: tuning alone, not in turns, may have misjudged it. */
const enteredAt = (finalists: readonly Finalist[], target: number, seed: number): readonly Entered[] =>
  finalists
    .filter((finalist) => finalist.target !== null && finalist.target >= target)
    .flatMap((finalist) => enter(finalist, target, seed))

interface Entered {
  readonly finalist: Finalist
  readonly contender: Contender
}

function enter(finalist: Finalist, target: number, seed: number): Entered[] {
  const { index, search, answers, voidBecause } = finalist.point
  const latencies = latenciesOf(finalist)
  const [medianMs, p95Ms] = [median(latencies), percentile95(latencies)]
  if (voidBecause !== null || answers.length === 0 || medianMs === null || p95Ms === null) return []
  const recall = bootstrapMean(
    answers.map((answer) => answer.recall),
    seed,
  )
  const state = recall.low >= target ? 'proven' : recall.mean >= target ? 'held' : 'missed'
  return [{ finalist, contender: { index, search, recall, state, medianMs, p95Ms } }]
}

/** The fastest that is at the target; where none is, the one with the most recall. */
function bestOf(family: readonly Entered[]): readonly Entered[] {
  const reaching = family.filter(({ contender }) => contender.state !== 'missed')
  const sorted =
    reaching.length > 0
      ? reaching.toSorted((a, b) => a.contender.medianMs - b.contender.medianMs)
      : family.toSorted((a, b) => b.contender.recall.mean - a.contender.recall.mean)
  return sorted.slice(0, 1)
}

/** Kind against kind where both keep the same of a vector, the fastest of each kind, and the exact scan against all. */
function ratiosOf(best: readonly Entered[]): LatencyRatio[] {
  const ofKind = (kind: string): readonly Entered[] =>
    best.filter(({ finalist }) => finalist.point.index.kind === kind)
  const [lists, graphs, scans] = [ofKind('ivfflat'), ofKind('hnsw'), ofKind('exact')]
  const [fastestList, fastestGraph] = [fastestOf(lists), fastestOf(graphs)]
  const kinds = lists.flatMap((list) =>
    graphs
      .filter((graph) => keptBy(graph) === keptBy(list) || (graph === fastestGraph && list === fastestList))
      .map((graph) => latencyRatio(list.finalist, graph.finalist, RATIO_ALPHA)),
  )
  const scan = scans.flatMap((exact) =>
    [...lists, ...graphs].map((other) => latencyRatio(exact.finalist, other.finalist, RATIO_ALPHA)),
  )
  return [...kinds, ...scan]
}

/** Fastest first: the one that may be advised. */
const fastestOf = (side: readonly Entered[]): Entered | undefined =>
  side.find(({ contender }) => contender.state !== 'missed') ?? side[0]

const keptBy = ({ finalist }: Entered): string | null =>
  finalist.point.index.kind === 'exact' ? null : finalist.point.index.representation
