// The numbers of lists that published reports choose enter the finals too, though others were faster: as such a report has
// them, with nothing set, and tuned to the usual recall.
import { LISTS_RULES, listsByRule } from '../../model/vectors/lists-rules.js'
import { nearestToUsual } from '../../model/vectors/usual-target.js'
import type { KeptIndex } from '../../sweep/tuning/explore.js'
import type { ApproximateIndex } from '../../sweep/indexes/index-operators.js'
import type { Entrant } from '../../sweep/measure-finalists.js'
import { searchFor } from '../../sweep/search/search-settings.js'

/** What pgvector searches with where a migration sets nothing. */
const UNSET_PROBES = 1

/** Of whole vectors: reports build no others. */
export const rulesCandidates = (
  candidates: readonly ApproximateIndex[],
  rows: number,
): readonly ApproximateIndex[] => {
  const lists = new Set(LISTS_RULES.map((rule) => listsByRule(rule, rows)))
  return candidates.filter(
    (index) => index.kind === 'ivfflat' && index.representation === 'vector' && lists.has(index.lists),
  )
}

export const ruleEntrants = (
  kept: readonly KeptIndex[],
  targets: readonly number[],
  k: number,
): readonly Entrant[] => {
  const usual = nearestToUsual(targets)
  return kept.flatMap(({ index, tuned }) => [
    { index, search: searchFor(index, UNSET_PROBES, k), target: null, entered: 'by rule' } as const,
    ...tuned
      .filter(({ target }) => target === usual)
      .map((chosen) => ({ ...chosen, entered: 'by rule' }) as const),
  ])
}
