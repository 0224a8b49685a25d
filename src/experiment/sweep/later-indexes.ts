// Which indexes are looked at further, as the rounds have it: those that are followed under filters and through their life,
// one of each kind, and in which order all are built again.
import { compareAtTarget, fastestIndex } from '../../analyse/vectors/compare-at-target.js'
import type { Finalist } from '../../model/vectors/sweep-evidence.js'
import type { Contender, TargetComparison } from '../../model/vectors/sweep-result.js'
import { distanceToUsual } from '../../model/vectors/usual-target.js'
import type { VectorIndex } from '../../model/vectors/vector-index.js'
import type { TunedIndex } from '../../sweep/tuned-index.js'

/** Why neither is looked at where there is none. */
export const NO_INDEX = 'no index reached a target'

/**
 * At 0.95 or the target nearest to it: the fastest that is at the target, whatever it keeps of a vector. So the one that the
 * answer advises is among them.
 */
export function laterIndexes(
  finalists: readonly Finalist[],
  targets: readonly number[],
  seed: number,
): readonly TunedIndex[] {
  const contenders = nearestFirst(finalists, targets, seed).flatMap((comparison) => comparison.contenders)
  return [...bestOfKind('ivfflat', contenders), ...bestOfKind('hnsw', contenders)]
}

/**
 * The most important first: what the answer advises at 0.95 or the target nearest to it, what else is followed, what it
 * advises at the other targets, and the rest that took turns. An index may be there several times.
 */
export function byImportance(
  finalists: readonly Finalist[],
  targets: readonly number[],
  seed: number,
): readonly VectorIndex[] {
  const comparisons = nearestFirst(finalists, targets, seed)
  const advised = (ones: readonly TargetComparison[]): readonly VectorIndex[] =>
    ones.flatMap((comparison) => fastestIndex(comparison)?.index ?? [])
  return [
    ...advised(comparisons.slice(0, 1)),
    ...laterIndexes(finalists, targets, seed).map(({ index }) => index),
    ...advised(comparisons.slice(1)),
    // What only a rule asked for stands no more.
    ...finalists.filter(({ entered }) => entered === 'chosen').map(({ point }) => point.index),
  ].filter(({ kind }) => kind !== 'exact')
}

const nearestFirst = (
  finalists: readonly Finalist[],
  targets: readonly number[],
  seed: number,
): readonly TargetComparison[] =>
  targets
    .toSorted((a, b) => distanceToUsual(a) - distanceToUsual(b))
    .map((target) => compareAtTarget(finalists, target, seed))

/** `contenders`: those of the nearest target first, of each the fastest first. */
function bestOfKind(kind: 'ivfflat' | 'hnsw', contenders: readonly Contender[]): readonly TunedIndex[] {
  const own = contenders.flatMap(({ index, search, state }) =>
    index.kind === kind ? [{ index, search, state }] : [],
  )
  const best = own.find(({ state }) => state !== 'missed') ?? own[0]
  return best === undefined ? [] : [{ index: best.index, search: best.search }]
}
