// What arithmetic says of an index before hours are spent on building it: memory, limits, the effort of its searches, and
// what the version of pgvector is known to get wrong.
import type { PreflightFinding } from '../../model/vectors/preflight-finding.js'
import type { SearchSettings, VectorIndex } from '../../model/vectors/vector-index.js'
import { graphFindings } from './preflight/graph-findings.js'
import { kMeansFindings } from './preflight/k-means-findings.js'
import { limitFindings } from './preflight/limit-findings.js'
import { searchFindings } from './preflight/search-findings.js'
import { versionFindings } from './preflight/version-findings.js'
import type { Finding, PreflightFacts } from './preflight/finding.js'

/** `search`: null where it is not settled yet. The exact scan is not built. */
export function preflight(
  index: VectorIndex,
  search: SearchSettings | null,
  facts: PreflightFacts,
): readonly PreflightFinding[] {
  if (index.kind === 'exact') return []
  const ofIndex: readonly Finding[] = [
    ...limitFindings(index, facts),
    ...(index.kind === 'ivfflat' ? kMeansFindings(index, facts) : graphFindings(index, facts)),
    ...versionFindings(index, search, facts),
  ]
  const ofSearch = search === null ? [] : searchFindings(index, search, facts)
  return [
    ...ofIndex.map((finding) => ({ index, search: null, ...finding })),
    ...ofSearch.map((finding) => ({ index, search, ...finding })),
  ]
}
