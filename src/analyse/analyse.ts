// Evidence in, conclusions out: speed-ups, verdicts, the noise floor and what to be warned of. Also while measuring.
import type { Comparison } from '../model/comparison.js'
import type { Evidence } from '../model/evidence.js'
import type { ComparisonResult, NoiseFloor, QueryResult, Result, Warning } from '../model/result.js'
import { analyseComparison } from './analyse-comparison.js'
import { analyseQuery, type RunContext } from './analyse-query.js'
import { attestState } from './attest-state.js'
import { collectWarnings } from './collect-warnings.js'
import { indexSamples } from './index-samples.js'
import { noiseFloorOf, smallestEffectOf } from './noise-floor.js'
import { roundDifferences } from './round-differences.js'
import { shareAlphaAtLastLook } from './share-alpha-at-last-look.js'
import { shareAlpha } from './share-alpha.js'
import { warnOfState } from './state-warnings.js'
import { summariseSuite } from './summarise-suite.js'
import { warnOfModes } from './warn-of-modes.js'

export interface Analysis {
  readonly queries: readonly QueryResult[]
  /** Those that look closer, in the order of the header. */
  readonly comparisons: readonly ComparisonResult[]
  readonly noiseFloor: NoiseFloor
  /** Smallest effect that this run can tell from noise, as a ratio, e.g. 1.05. */
  readonly delta: number
  readonly suite: Result['suite']
  readonly state: Result['state']
  readonly warnings: readonly Warning[]
}

/**
 * The same evidence gives the same analysis. It may be partial (without a footer, plans or samples): what cannot be said
 * yet is inconclusive. Throws HarnessError where a claim in the evidence cannot be read.
 */
export function analyse(evidence: Evidence): Analysis {
  const { header, samples } = evidence
  const samplesOf = indexSamples(samples)
  const shares = shareAlpha(header)
  const noiseFloor = noiseFloorOf(evidence, samplesOf, shares.control)
  const delta = smallestEffectOf(noiseFloor, header.policy)
  const attestation = attestState(evidence)
  const { queries, comparisons } = judgeAll({
    evidence,
    samplesOf,
    shares,
    noiseFloor,
    delta,
    attestation,
  })
  const differences = header.queries.map(({ name }) => roundDifferences(samplesOf(name, 'main')))
  return {
    queries,
    comparisons,
    noiseFloor,
    delta,
    suite: summariseSuite(differences, header.policy.alpha),
    state: { blocks: [...attestation.blocks] },
    warnings: [
      ...collectWarnings(evidence, noiseFloor, delta, queries),
      ...warnOfState(evidence, attestation),
      ...warnOfModes(comparisons),
    ],
  }
}

type Judged = Pick<Analysis, 'queries' | 'comparisons'>

/** Twice at the last look: what is void, and so no discovery, shows first. */
function judgeAll(context: RunContext): Judged {
  const judged = judgeAt(context)
  if (context.evidence.footer === null) return judged
  const { samplesOf, delta } = context
  const queries = judged.queries.filter(({ claim }) => claim === null)
  const unclaimed = [...queries.map(asComparison), ...judged.comparisons].map(({ query, pair, verdict }) => ({
    query,
    pair,
    differences: roundDifferences(samplesOf(query, pair)),
    isVoid: verdict === 'void',
  }))
  return judgeAt({ ...context, shares: shareAlphaAtLastLook(context.shares, unclaimed, delta) })
}

function judgeAt(context: RunContext): Judged {
  const { header } = context.evidence
  const facts = new Map(header.queries.map((query) => [query.name, query]))
  return {
    queries: header.queries.map((query) => analyseQuery(query, context)),
    comparisons: header.comparisons.filter(looksCloser).flatMap((comparison) => {
      const query = facts.get(comparison.query)
      return query === undefined ? [] : [analyseComparison(comparison, query, context)]
    }),
  }
}

const asComparison = ({ name, verdict }: QueryResult) => ({ query: name, pair: 'main' as const, verdict })

const looksCloser = ({ pair }: Comparison): boolean => pair !== 'main' && pair !== 'control'
