// Evidence in, conclusions out: speed-ups, verdicts, the noise floor and what to be warned of. Also while measuring.
import { subsetPair, type Comparison } from '../model/comparison.js'
import type { Evidence } from '../model/evidence.js'
import type { QueryFacts } from '../model/facts.js'
import type { StabilityResult } from '../model/forensics.js'
import type { Attribution } from '../model/attribution.js'
import type { CheckResult, FailResult } from '../model/scenario-checks.js'
import type {
  ClaimResult,
  ComparisonResult,
  NoiseFloor,
  QueryResult,
  Result,
  Warning,
} from '../model/result.js'
import { analyseComparison } from './analyse-comparison.js'
import { analyseGroup } from './analyse-group.js'
import { analyseQuery, type RunContext } from './analyse-query.js'
import { attestState } from './state/attest-state.js'
import { attributeIndexes } from './attribution/attribute-indexes.js'
import { warnOfAttribution } from './attribution/attribution-warnings.js'
import { collectWarnings } from './warnings/collect-warnings.js'
import { compareArmTables } from './state/compare-arm-tables.js'
import { indexSamples } from './index-samples.js'
import { judgeChecks, judgeFails } from './judge/judge-checks.js'
import { noiseFloorOf, smallestEffectOf } from './summaries/noise-floor.js'
import { warnOfPlans } from './warnings/plan-warnings.js'
import { roundDifferences, type BoundedDifferences } from './statistics/round-differences.js'
import { shareAlphaAtLastLook } from './statistics/share-alpha-at-last-look.js'
import { shareAlpha } from './statistics/share-alpha.js'
import { warnOfState } from './state/state-warnings.js'
import { summariseStability } from './plans/summarise-stability.js'
import { summariseSuite } from './summaries/summarise-suite.js'
import { warnOfModes } from './warnings/warn-of-modes.js'

export interface Analysis {
  readonly queries: readonly QueryResult[]
  /** On groups of queries. */
  readonly claims: readonly ClaimResult[]
  readonly checks: readonly CheckResult[]
  readonly fails: readonly FailResult[]
  /** Those that look closer, in the order of the header. */
  readonly comparisons: readonly ComparisonResult[]
  /** Null where the migration is in neither arm. */
  readonly attribution: Attribution | null
  readonly noiseFloor: NoiseFloor
  /** Smallest effect that this run can tell from noise, as a ratio, e.g. 1.05. */
  readonly delta: number
  readonly suite: Result['suite']
  readonly state: Result['state']
  /** Null where the run ended before it could tell. */
  readonly stability: StabilityResult | null
  readonly warnings: readonly Warning[]
}

/**
 * The same evidence gives the same analysis. It may be partial (without a footer, plans or samples): what cannot be said
 * yet is inconclusive. Throws HarnessError where a claim in the evidence cannot be read.
 */
export function analyse(given: Evidence): Analysis {
  const evidence = withSubsets(given)
  const { header, samples } = evidence
  const samplesOf = indexSamples(samples)
  const shares = shareAlpha(header)
  const noiseFloor = noiseFloorOf(evidence, samplesOf, shares.control)
  const delta = smallestEffectOf(noiseFloor, header.policy)
  const attestation = attestState(evidence)
  const context = { evidence, samplesOf, shares, noiseFloor, delta, attestation }
  const { queries, comparisons } = judgeAll(context)
  const differencesOf = (query: string, pair: Comparison['pair']): BoundedDifferences =>
    roundDifferences(samplesOf(query, pair))
  const attribution = attributeIndexes(evidence, { queries, comparisons, delta, differencesOf })
  const differences = header.queries.map(({ name }) => differencesOf(name, 'main'))
  const stability = summariseStability(evidence)
  const claims = header.claims.map((claim) => analyseGroup(claim, { queries, comparisons }, context))
  return {
    queries,
    claims,
    comparisons,
    attribution,
    noiseFloor,
    delta,
    suite: summariseSuite(differences, header.policy.alpha),
    checks: judgeChecks(evidence),
    fails: judgeFails(evidence),
    state: { blocks: [...attestation.blocks], arms: compareArmTables(evidence.states) },
    stability,
    warnings: [
      ...collectWarnings(evidence, noiseFloor, delta, queries),
      ...warnOfAttribution(attribution),
      ...warnOfState(evidence, attestation),
      ...warnOfModes(comparisons),
      ...warnOfPlans(queries, stability, delta),
    ],
  }
}

type Judged = Pick<Analysis, 'queries' | 'comparisons'>

function judgeAll(context: RunContext): Judged {
  const { header, footer } = context.evidence
  const facts = new Map(header.queries.map((query) => [query.name, query]))
  const judged = {
    queries: header.queries.map((query) => analyseQuery(query, context)),
    comparisons: header.comparisons.filter(looksCloser).flatMap((comparison) => {
      const query = facts.get(comparison.query)
      return query === undefined ? [] : [analyseComparison(comparison, query, context)]
    }),
  }
  return footer === null ? judged : judgeAtLastLook(judged, context, facts)
}

/** Once more where the level changes: what is void, and so no discovery, had to show first. */
function judgeAtLastLook(
  { queries, comparisons }: Judged,
  context: RunContext,
  facts: ReadonlyMap<string, QueryFacts>,
): Judged {
  const { samplesOf, delta } = context
  const mains = queries.filter(({ claim }) => claim === null).map(asComparison)
  const unclaimed = [...mains, ...comparisons].map(({ query, pair, verdict }) => ({
    query,
    pair,
    differences: roundDifferences(samplesOf(query, pair)),
    isVoid: verdict === 'void',
  }))
  const last = { ...context, shares: shareAlphaAtLastLook(context.shares, unclaimed, delta) }
  const { shares } = last
  return {
    queries: queries.map((result) => {
      const query = facts.get(result.name)
      const isSame = result.claim !== null || shares.unclaimed === context.shares.unclaimed
      return query === undefined || isSame ? result : analyseQuery(query, last)
    }),
    comparisons: comparisons.map((result) => {
      const query = facts.get(result.query)
      const isSame = shares.closer(result.pair) === context.shares.closer(result.pair)
      return query === undefined || isSame ? result : analyseComparison(result, query, last)
    }),
  }
}

const asComparison = ({ name, verdict }: QueryResult) => ({ query: name, pair: 'main' as const, verdict })

const looksCloser = ({ pair }: Comparison): boolean => pair !== 'main' && pair !== 'control'

/** What was chosen on the way is compared like what was chosen before the first sample. */
function withSubsets(evidence: Evidence): Evidence {
  const chosen = evidence.subsets.flatMap(({ attempt, queries }) =>
    queries.map((query) => ({ query, pair: subsetPair(attempt) })),
  )
  const { header } = evidence
  return { ...evidence, header: { ...header, comparisons: [...header.comparisons, ...chosen] } }
}
