// Which indexes earn their keep, in one line.
import { indexVerdictSchema, type AttributedIndex, type Subset } from '../model/attribution.js'
import type { Result } from '../model/result.js'
import { formatPercent } from './format.js'

/** What a reader should act on first stands first. */
export const INDEX_VERDICTS = indexVerdictSchema.options

/** 'indexes: 1 harmful, 3 needed, 2 redundant, 1 unused; 4 of 7 keep 99.1 % [98.2, 100] of the gain'; empty without any. */
export function renderAttribution({ attribution }: Result): string {
  if (attribution === null || attribution.indexes.length === 0) return ''
  const subset = attribution.subsets.at(-1)
  return `indexes: ${indexCounts(attribution.indexes)}${subset === undefined ? '' : `; ${renderSubset(subset)}`}`
}

export const indexCounts = (indexes: readonly AttributedIndex[]): string =>
  INDEX_VERDICTS.flatMap((verdict) => {
    const count = indexes.filter((index) => index.verdict === verdict).length
    return count === 0 ? [] : [`${count} ${verdict}`]
  }).join(', ')

function renderSubset({ indexes, leftOut, retained }: Subset): string {
  const which = `${indexes.length} of ${indexes.length + leftOut.length}`
  if (retained === null) return `what ${which} keep was not measured`
  return `${which} keep ${formatRetained(retained)} of the gain`
}

/** 99.1 % [98.2 %, 100 %] */
export const formatRetained = ({ estimate, low, high }: NonNullable<Subset['retained']>): string =>
  `${formatPercent(estimate)} [${low === null ? '0' : formatPercent(low)}, ${high === null ? '∞' : formatPercent(high)}]`
