// Synthetic evidence: a complete, valid run with known true speed-ups, from a seeded stream.
import type { ArmName, Evidence, EvidenceHeader, Sample, WarmUp } from '../../src/model/evidence.js'
import type { ResultCheck } from '../../src/model/facts.js'
import type { Comparison, Pair } from '../../src/model/comparison.js'
import { randomStream } from '../../src/model/random.js'
import type { RandomStream } from '../../src/model/random.js'
import { COHORTS, SYNTHETIC_QUERIES, syntheticHeader } from './evidence-header.js'
import { syntheticPlans } from './evidence-plans.js'
import { gaussian } from './gaussian.js'

export interface SyntheticQuery {
  readonly name: string
  readonly claim: string | null
  /** True speed-up: median latency before ÷ after. */
  readonly speedup: number
  readonly beforeMs: number
  /** Does the migration change the plan? Never in an A/A run. */
  readonly planChanges: boolean
  readonly recallAt: number | null
  readonly check: Partial<ResultCheck>
}

export interface EvidenceOverrides {
  readonly queries?: readonly (Partial<SyntheticQuery> & { readonly name: string })[]
  /** Rounds of every query. Default 18. */
  readonly rounds?: number
  readonly seed?: number
  /** Standard deviation of ln latency. Default 0.05. */
  readonly noise?: number
  /** Kept executions per visit. Default 2. */
  readonly kept?: number
  /** Names of the queries compared with themselves. Default: the first two. */
  readonly controls?: readonly string[]
  /** What the controls' true ratio is; other than 1 only on a broken machine. */
  readonly controlSpeedup?: number
  /** Closer looks and the true ratios of their states; the header must name them. */
  readonly closer?: readonly (Comparison & { readonly speedup: number })[]
  readonly floorMs?: number
  readonly finished?: boolean
  readonly arms?: 'migration' | 'aa'
  /** Replaces fields of the finished header. */
  readonly header?: Partial<EvidenceHeader>
}

type Filled = Required<Omit<EvidenceOverrides, 'queries' | 'header'>>

const DEFAULTS: Omit<Filled, 'controls'> = {
  rounds: 18,
  seed: 42,
  noise: 0.05,
  kept: 2,
  controlSpeedup: 1,
  closer: [],
  floorMs: 0.05,
  finished: true,
  arms: 'migration',
}

/** Three queries with true speed-ups 20 (claimed 10-100x), 1 (claimed unchanged) and 3 (unclaimed), unless overridden. */
export function makeEvidence(overrides: EvidenceOverrides = {}): Evidence {
  const queries = (overrides.queries ?? SYNTHETIC_QUERIES).map(completeQuery)
  const controls = queries.slice(0, 2).map(({ name }) => name)
  const filled: Filled = { ...DEFAULTS, controls, ...overrides }
  const header = { ...syntheticHeader(queries, filled), ...overrides.header }
  return {
    header,
    warmUps: queries.flatMap(queryWarmUps),
    floor: Array.from({ length: filled.rounds }, (_, round) => ({
      type: 'floor' as const,
      round: round + 1,
      durationNs: Math.round(filled.floorMs * 1e6),
    })),
    samples: queries.flatMap((query) => querySamples(query, filled)),
    planKinds: [],
    rounds: [],
    subsets: [],
    states: [],
    resumed: [],
    price: null,
    checks: [],
    fails: [],
    stability: [],
    footer: filled.finished
      ? {
          type: 'footer',
          finishedAt: '2025-06-01T12:03:20.000Z',
          measuringMs: 120_000,
          stoppedBy: 'settled',
          reason: null,
        }
      : null,
    inspected: [],
    plans: queries.flatMap((query) => syntheticPlans(query, filled.arms)),
  }
}

function completeQuery(given: Partial<SyntheticQuery> & { readonly name: string }): SyntheticQuery {
  const defaults = { claim: null, speedup: 1, beforeMs: 10, recallAt: null, check: {} }
  return { planChanges: (given.speedup ?? 1) !== 1, ...defaults, ...given }
}

/** Every arm and cohort converged within the six executions after which PostgreSQL may choose a generic plan. */
function queryWarmUps({ name, beforeMs }: SyntheticQuery): WarmUp[] {
  return (['before', 'after'] as const).flatMap((arm) =>
    COHORTS.map((cohort) => {
      const place = { query: name, pair: 'main', arm, cohort } as const
      return { type: 'warm-up' as const, ...place, executions: 6, converged: true, medianNs: beforeMs * 1e6 }
    }),
  )
}

function querySamples(query: SyntheticQuery, filled: Filled): Sample[] {
  const stream = randomStream(filled.seed, `samples of ${query.name}`)
  const speedup = filled.arms === 'aa' ? 1 : query.speedup
  const isControl = filled.controls.includes(query.name)
  return Array.from({ length: filled.rounds }, (_, round) => [
    ...roundSamples(query, 'main', speedup, round, filled, stream),
    ...(isControl ? roundSamples(query, 'control', filled.controlSpeedup, round, filled, stream) : []),
    ...filled.closer
      .filter((closer) => closer.query === query.name)
      .flatMap((closer) => roundSamples(query, closer.pair, closer.speedup, round, filled, stream)),
  ]).flat()
}

/** One round of one pair: four visits in the order of the coin, each with one discarded execution. */
function roundSamples(
  query: SyntheticQuery,
  pair: Pair,
  speedup: number,
  round: number,
  { noise, kept }: Filled,
  stream: RandomStream,
): Sample[] {
  const coin = stream.coin() ? 'ABBA' : 'BAAB'
  const drift = gaussian(stream) * noise
  const row = round % COHORT_FACTORS.length
  const baseMs = query.beforeMs * (COHORT_FACTORS[row] ?? 1)
  return [...coin].flatMap((letter, visit) => {
    const arm: ArmName = letter === 'A' ? 'before' : 'after'
    const medianMs = arm === 'before' ? baseMs : baseMs / speedup
    return Array.from({ length: kept + 1 }, (_, execution) => {
      const durationNs = Math.round(medianMs * 1e6 * Math.exp(drift + gaussian(stream) * noise))
      const place = { round: round + 1, query: query.name, pair, arm, coin, visit } as const
      return { type: 'sample' as const, ...place, kept: execution > 0, row, durationNs, rows: 20 }
    })
  })
}

/** Latency of each parameter row of evidence-header.ts against the median tenant's. */
const COHORT_FACTORS = [3, 1, 0.4, 1]
