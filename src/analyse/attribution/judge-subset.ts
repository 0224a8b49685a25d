// How much of the migration's gain fewer indexes keep. Gain is counted in logarithms, as the suite's speed-up is.
import type { Subset } from '../../model/attribution.js'
import { subsetPair } from '../../model/comparison.js'
import type { EvidenceHeader, SubsetChoice } from '../../model/evidence.js'
import { estimateBounded } from '../statistics/estimate-bounded.js'
import type { Location } from '../statistics/estimate-location.js'
import { counted } from '../judge/ratio-text.js'
import type { BoundedDifferences, Differences } from '../statistics/round-differences.js'
import type { Conclusions } from './conclusions.js'

/** The share of the gain that a subset must keep. */
export const SHARE_TO_KEEP = 0.95

/** Both attempts share α, and in each the intervals of gain and loss do. */
const ALPHA_PARTS = 4

export function judgeSubset(choice: SubsetChoice, header: EvidenceHeader, conclusions: Conclusions): Subset {
  const kept = new Set(choice.indexes)
  const indexes = header.migration.indexes.map((index) => ({
    ...index,
    full: `${index.schema}.${index.name}`,
  }))
  const leftOut = indexes.filter(({ full }) => !kept.has(full))
  const staying = indexes.filter(({ full }) => kept.has(full))
  const retained = retainedShare(choice, header, conclusions)
  return {
    attempt: choice.attempt,
    indexes: staying.map(({ full }) => full),
    leftOut: leftOut.map(({ full }) => full),
    sizeBytes: sizeOf(staying),
    leftOutBytes: sizeOf(leftOut),
    retained,
    ...judgeShare(retained, voidQueries(choice, conclusions)),
  }
}

const sizeOf = (indexes: readonly { readonly sizeBytes: number }[]): number =>
  indexes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)

function judgeShare(
  retained: Subset['retained'],
  failed: readonly string[],
): Pick<Subset, 'verdict' | 'reason'> {
  if (failed.length > 0) {
    return {
      verdict: 'inconclusive',
      reason: `${counted(failed.length, 'comparison')} void: ${failed.join(', ')}`,
    }
  }
  if (retained === null || retained.low === null || retained.high === null) {
    return { verdict: 'inconclusive', reason: 'too few rounds bound the gain and the loss' }
  }
  const between = `they keep between ${percent(retained.low)} and ${percent(retained.high)} of the gain`
  if (retained.low >= SHARE_TO_KEEP) return { verdict: 'enough', reason: between }
  if (retained.high < SHARE_TO_KEEP) return { verdict: 'too few', reason: between }
  return { verdict: 'inconclusive', reason: `${between}, on both sides of ${percent(SHARE_TO_KEEP)}` }
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`

const voidQueries = (choice: SubsetChoice, { comparisons }: Conclusions): readonly string[] =>
  comparisons
    .filter(({ pair, verdict }) => pair === subsetPair(choice.attempt) && verdict === 'void')
    .map(({ query }) => query)

/** 1 − loss ÷ gain. Over 1 where an index left out did harm. Null without rounds, and where nothing is gained. */
function retainedShare(
  choice: SubsetChoice,
  { queries, policy }: EvidenceHeader,
  { differencesOf }: Conclusions,
): Subset['retained'] {
  const alpha = policy.alpha / ALPHA_PARTS
  const gain = locationOfSum(
    queries.map(({ name }) => differencesOf(name, 'main')),
    alpha,
  )
  const pair = subsetPair(choice.attempt)
  const loss = locationOfSum(
    choice.queries.map((query) => differencesOf(query, pair)),
    alpha,
  )
  if (gain === null || loss === null || gain.estimate <= 0) return null
  return {
    estimate: 1 - loss.estimate / gain.estimate,
    ...boundsOfShare(gain, loss),
    confidence: 1 - 2 * alpha,
  }
}

/** The sum over the queries, round by round, where all of them have the round. */
function locationOfSum(byQuery: readonly BoundedDifferences[], alpha: number): Location | null {
  const sums = {
    observed: sumsOf(byQuery.map(({ observed }) => observed)),
    least: sumsOf(byQuery.map(({ least }) => least)),
    most: sumsOf(byQuery.map(({ most }) => most)),
  }
  return estimateBounded(sums, alpha)
}

function sumsOf(byQuery: readonly Differences[]): Differences {
  const rounds = [...(byQuery[0]?.keys() ?? [])].filter((round) => byQuery.every((query) => query.has(round)))
  return new Map(
    rounds.map((round) => [round, byQuery.reduce((sum, query) => sum + (query.get(round) ?? 0), 0)]),
  )
}

/** The outermost shares that loss and gain inside their intervals allow. */
function boundsOfShare(gain: Location, loss: Location): Pick<Location, 'low' | 'high'> {
  if (gain.low === null || gain.high === null || gain.low <= 0) return { low: null, high: null }
  if (loss.low === null || loss.high === null) return { low: null, high: null }
  return {
    low: 1 - loss.high / (loss.high > 0 ? gain.low : gain.high),
    high: 1 - loss.low / (loss.low > 0 ? gain.high : gain.low),
  }
}
