// The blocks that measure fewer indexes against all of them: after everything else, for that is what they are chosen by.
import { subsetPair } from '../../model/comparison.js'
import type { SubsetChoice } from '../../model/evidence.js'
import type { QueryFacts } from '../../model/facts.js'
import type { Block } from './blocks.js'

/** Of the time that is left a first attempt leaves something to a second. */
const SHARE_OF_FIRST = 0.6

/** Reads before writes, as everywhere. `leftShare` of the whole budget is left. */
export function subsetBlocks(
  { attempt, queries: names }: SubsetChoice,
  queries: readonly Pick<QueryFacts, 'name' | 'writes'>[],
  leftShare: number,
): readonly Block[] {
  const writing = new Set(queries.filter(({ writes }) => writes).map(({ name }) => name))
  const pair = subsetPair(attempt)
  const comparisons = names.map((query) => ({ query, pair }))
  const reads = comparisons.filter(({ query }) => !writing.has(query))
  const writes = comparisons.filter(({ query }) => writing.has(query))
  const from = 1 - leftShare
  const until = from + leftShare * (attempt === 1 ? SHARE_OF_FIRST : 1)
  const readsEnd = from + ((until - from) * reads.length) / Math.max(1, comparisons.length)
  return [
    { name: pair, comparisons: reads, endsAt: readsEnd },
    { name: `${pair} of writes`, comparisons: writes, endsAt: until },
  ].filter((block) => block.comparisons.length > 0)
}
