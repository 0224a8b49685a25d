// A claim on a group in a few words.
import type { ClaimedPair } from '../model/group-claim.js'
import type { ClaimInterval, ClaimResult } from '../model/result.js'
import { formatMs, formatSpeedup, NOT_MEASURED } from './format.js'

/** >=2x, every of 4; overhead under 5ms, at least 80% of 6, of row-level security */
export const claimedOf = ({ claim, quantifier, members, pair }: ClaimResult): string =>
  `${claim}, ${quantifier} of ${members.length}${OF_PAIR[pair]}`

const OF_PAIR: Readonly<Record<ClaimedPair, string>> = {
  main: '',
  policy: ', of row-level security',
  generic: ', of generic plans',
}

/** 8.2x [7.9, 8.6], or in milliseconds 0.12 ms [0.11 ms, 0.14 ms] */
export function formatClaimInterval(interval: ClaimInterval | null): string {
  if (interval === null) return NOT_MEASURED
  const { kind, estimate, low, high } = interval
  if (kind === 'ratio') return formatSpeedup(interval)
  if (kind === 'recall') return formatRecall(interval)
  return `${formatMs(estimate)} [${low === null ? '-∞' : formatMs(low)}, ${high === null ? '∞' : formatMs(high)}]`
}

/** A difference where recall should not change, its level where it should be so high. */
const formatRecall = ({ estimate, low, high }: ClaimInterval): string =>
  `${estimate.toFixed(3)} [${low?.toFixed(3) ?? '-∞'}, ${high?.toFixed(3) ?? '∞'}]`
