// Which indexes are followed under filters and through their life: one of each kind, as the rounds have it.
import { compareAtTarget } from '../../analyse/vectors/compare-at-target.js'
import type { Finalist } from '../../model/vectors/sweep-evidence.js'
import type { Contender } from '../../model/vectors/sweep-result.js'
import { USUAL_TARGET } from '../../model/vectors/usual-target.js'
import type { TunedIndex } from '../../sweep/tuned-index.js'

/** Why neither is looked at where there is none. */
export const NO_INDEX = 'no index reached a target'

/** At 0.95 or the target nearest to it: the fastest that is at the target, of whole vectors where there is one. */
export function laterIndexes(
  finalists: readonly Finalist[],
  targets: readonly number[],
  seed: number,
): readonly TunedIndex[] {
  const nearestFirst = targets.toSorted((a, b) => Math.abs(a - USUAL_TARGET) - Math.abs(b - USUAL_TARGET))
  const contenders = nearestFirst.flatMap((target) => compareAtTarget(finalists, target, seed).contenders)
  return [...bestOfKind('ivfflat', contenders), ...bestOfKind('hnsw', contenders)]
}

/** `contenders`: those of the nearest target first, of each the fastest first. */
function bestOfKind(kind: 'ivfflat' | 'hnsw', contenders: readonly Contender[]): readonly TunedIndex[] {
  const own = contenders.flatMap((contender) => {
    const { index, search } = contender
    return index.kind === kind ? [{ contender, index, search }] : []
  })
  const reaching = own.filter(({ contender }) => contender.state !== 'missed')
  const candidates = reaching.length > 0 ? reaching : own
  const best = candidates.find(({ index }) => index.representation === 'vector') ?? candidates[0]
  return best === undefined ? [] : [{ index: best.index, search: best.search }]
}
