// What arithmetic says of the candidates before anything is built, and of the searches that are chosen before anybody
// searches under a filter with them.
import { preflight } from '../../analyse/vectors/preflight.js'
import type { PreflightFacts } from '../../analyse/vectors/preflight/finding.js'
import { ITERATIVE_SCANS, type SearchSettings } from '../../model/vectors/vector-index.js'
import type { PreflightFinding } from '../../model/vectors/preflight-finding.js'
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import { countByValue, type GroupedRows } from '../../sweep/grouped-rows.js'
import type { ApproximateIndex } from '../../sweep/indexes/index-operators.js'
import { searchFor } from '../../sweep/search/search-settings.js'
import type { TunedIndex } from '../../sweep/tuned-index.js'
import type { Surroundings } from './surroundings.js'
import { sweepCandidates, withoutImpossible } from './sweep-candidates.js'
import type { SweepOptions } from './sweep-options.js'

export interface LookedAt {
  readonly findings: readonly PreflightFinding[]
  readonly candidates: readonly ApproximateIndex[]
  /** Candidates that cannot be built. */
  readonly impossible: SweepEvidence['dropped']
}

export function lookAtCandidates(surroundings: Surroundings): LookedAt {
  const { vectors, options } = surroundings
  const facts = factsOf(surroundings, [])
  const candidates = sweepCandidates(options, vectors)
  const findings = candidates.flatMap((candidate) => [
    ...preflight(candidate, null, facts),
    ...askedFor(candidate, options).flatMap((search) => ofSearch(candidate, search, facts)),
  ])
  const { possible, impossible } = withoutImpossible(candidates, findings)
  return { findings, candidates: possible, impossible }
}

/** Under a filter by the tenant of the usual size: the settings were tuned to searches without one. One of each kind. */
export function lookAtSearches(
  surroundings: Surroundings,
  followed: readonly TunedIndex[],
): readonly PreflightFinding[] {
  const facts = factsOf(surroundings, usualTenant(surroundings.vectors.matrix))
  return followed.flatMap(({ index, search }) => ofSearch(index, search, facts))
}

const ofSearch = (...words: Parameters<typeof preflight>): readonly PreflightFinding[] =>
  preflight(...words).filter(({ search }) => search !== null)

/** Of a grid the searches are known beforehand. */
function askedFor(
  index: ApproximateIndex,
  { grid, k }: Pick<SweepOptions, 'grid' | 'k'>,
): readonly SearchSettings[] {
  if (grid === null) return []
  const scans = grid.iterative.filter((scan) => ITERATIVE_SCANS[index.kind].includes(scan))
  const efforts = index.kind === 'ivfflat' ? grid.probes : grid.efSearch
  return efforts.flatMap((effort) => scans.map((scan) => searchFor(index, effort, k, scan)))
}

/** The share of the rows that the tenant in the middle has, by size; none where there is one tenant. */
export function usualTenant({
  rowCount,
  tenants,
}: Pick<GroupedRows, 'rowCount' | 'tenants'>): readonly number[] {
  const sizes = [...countByValue(tenants).values()]
  const middle = sizes[Math.floor(sizes.length / 2)]
  return middle === undefined || sizes.length < 2 ? [] : [middle / rowCount]
}

const factsOf = (
  { server, vectors, options }: Surroundings,
  selectivities: PreflightFacts['selectivities'],
): PreflightFacts => ({
  rows: vectors.rowCount,
  dimensions: vectors.dimensions,
  k: options.k,
  maintenanceWorkMemBytes: options.build.memoryBytes,
  parallelWorkers: options.build.parallelWorkers,
  pgvector: server.facts.pgvector ?? '',
  selectivities,
})
