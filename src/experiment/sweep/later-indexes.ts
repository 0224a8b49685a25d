// Which of the finalists are followed under filters and through their life: one of each kind.
import { USUAL_TARGET } from '../../model/vectors/usual-target.js'
import type { ChosenSettings } from '../../sweep/choose-finalists.js'
import type { TunedIndex } from '../../sweep/tuned-index.js'

/** Why neither is looked at where there is none. */
export const NO_INDEX = 'no index reached a target'

/** Of whole vectors where there is one, at 0.95 or the target nearest to it. */
export const laterIndexes = (chosen: readonly ChosenSettings[]): readonly TunedIndex[] =>
  (['ivfflat', 'hnsw'] as const).flatMap((kind) => {
    const [best] = chosen
      .flatMap(({ index, search, target }) => (index.kind === kind ? [{ index, search, target }] : []))
      .sort(
        (a, b) =>
          Math.abs(a.target - USUAL_TARGET) - Math.abs(b.target - USUAL_TARGET) ||
          Number(a.index.representation !== 'vector') - Number(b.index.representation !== 'vector'),
      )
    return best === undefined ? [] : [{ index: best.index, search: best.search }]
  })
