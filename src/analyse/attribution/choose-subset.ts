// The fewest indexes that should do the work of all: what is needed, and of those that can stand for each other the smaller.
import type { AttributedIndex, Attribution } from '../../model/attribution.js'
import { subsetPair } from '../../model/comparison.js'
import type { Evidence, EvidenceHeader, SubsetChoice } from '../../model/evidence.js'
import { analyse } from '../analyse.js'
import { addBack } from './add-back.js'

/** What to measure next; null where nothing can be left out, or what was measured is answer enough. */
export function chooseSubset(evidence: Evidence, attempt: SubsetChoice['attempt']): SubsetChoice | null {
  const { header, subsets } = evidence
  const timed = header.comparisons.some(({ pair }) => pair.startsWith('without '))
  const { attribution, comparisons, suite } = analyse(evidence)
  if (attribution === null || !timed || (suite.speedup?.estimate ?? 1) <= 1) return null
  const queries = [...new Set(header.indexes?.uses.map(({ query }) => query))]
  if (attempt === 1) {
    const indexes = withoutIdle(attribution, header)
    return indexes.length === attribution.indexes.length
      ? null
      : { type: 'subset', attempt, indexes, queries }
  }
  const [first] = attribution.subsets
  const choice = subsets[0]
  if (first === undefined || choice === undefined || first.verdict === 'enough') return null
  // Where the time did not even bound the first, a second would fare no better.
  if (first.retained === null || first.retained.low === null) return null
  const losses = comparisons.filter(({ pair }) => pair === subsetPair(choice.attempt))
  const gain = Math.log(suite.speedup?.estimate ?? 1) * suite.queries
  const indexes = addBack(choice, losses, gain, header)
  return indexes === null ? null : { type: 'subset', attempt, indexes, queries }
}

/** Names of those that stay, in the migration's order. */
function withoutIdle({ indexes }: Attribution, header: EvidenceHeader): string[] {
  const sizeOf = sizes(header)
  const candidates = indexes
    .filter(isIdle)
    .sort((a, b) => rankOf(a) - rankOf(b) || sizeOf(b.index) - sizeOf(a.index))
  const dropped = new Set<string>()
  for (const { index } of candidates) {
    dropped.add(index)
    if (!isCovered(indexes, dropped)) dropped.delete(index)
  }
  return indexes.map(({ index }) => index).filter((index) => !dropped.has(index))
}

/** What does harm goes first: nothing should come to lean on it. */
const rankOf = ({ verdict }: AttributedIndex): number => (verdict === 'harmful' ? 0 : 1)

function isIdle({ verdict, effects, enforcesUniqueness }: AttributedIndex): boolean {
  if (enforcesUniqueness) return false
  if (verdict === 'harmful') return netGain(effects) < 0
  return verdict === 'redundant' || verdict === 'no effect' || verdict === 'unused'
}

/** Over the queries that it helps and those that it harms. */
const netGain = (effects: AttributedIndex['effects']): number =>
  effects
    .filter(({ verdict }) => verdict === 'faster' || verdict === 'slower')
    .reduce((sum, { speedup }) => sum + Math.log(speedup?.estimate ?? 1), 0)

/** Each was left out alone: whatever took its place then must be there now. */
const isCovered = (indexes: readonly AttributedIndex[], dropped: ReadonlySet<string>): boolean =>
  indexes
    .filter(({ index }) => dropped.has(index))
    .every(({ effects }) => effects.every(({ instead }) => !instead.some((other) => dropped.has(other))))

function sizes({ migration }: EvidenceHeader): (index: string) => number {
  const bytes = new Map(
    migration.indexes.map(({ schema, name, sizeBytes }) => [`${schema}.${name}`, sizeBytes]),
  )
  return (index) => bytes.get(index) ?? 0
}
