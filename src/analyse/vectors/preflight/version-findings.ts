// What a version of pgvector cannot do yet, and the defects it is known to have.
import type { SearchSettings } from '../../../model/vectors/vector-index.js'
import { isBefore } from '../version-order.js'
import type { BuiltIndex, Finding, PreflightFacts } from './finding.js'

interface VersionRule {
  /** The first version that it does not hold for. */
  readonly until: string
  readonly severity: Finding['severity']
  readonly text: string
  /** What does where an upgrade has to wait. */
  readonly instead: string | null
  readonly applies: (index: BuiltIndex, search: SearchSettings | null, facts: PreflightFacts) => boolean
}

const RULES: readonly VersionRule[] = [
  {
    until: '0.5.0',
    severity: 'impossible',
    text: 'has no HNSW',
    instead: null,
    applies: ({ kind }) => kind === 'hnsw',
  },
  {
    until: '0.7.0',
    severity: 'impossible',
    text: 'has neither halfvec nor indexes on bit',
    instead: 'index vector',
    applies: ({ representation }) => representation !== 'vector',
  },
  {
    until: '0.8.0',
    severity: 'impossible',
    text: 'has no iterative scans',
    instead: null,
    applies: (_, search) => search !== null && search.iterative !== 'off',
  },
  {
    until: '0.8.2',
    severity: 'warning',
    text: 'can overflow a buffer when it builds HNSW with parallel workers',
    instead: 'SET max_parallel_maintenance_workers = 0 for the build',
    applies: ({ kind }, _, { parallelWorkers }) => kind === 'hnsw' && parallelWorkers > 0,
  },
  {
    until: '0.8.4',
    severity: 'note',
    text: 'has defects in VACUUM of its indexes',
    instead: null,
    applies: () => true,
  },
]

export function versionFindings(
  index: BuiltIndex,
  search: SearchSettings | null,
  facts: PreflightFacts,
): readonly Finding[] {
  const broken = RULES.filter(
    ({ until, applies }) => isBefore(facts.pgvector, until) && applies(index, search, facts),
  )
  return broken.map(({ until, severity, text, instead }) => ({
    severity,
    text: `pgvector ${facts.pgvector} ${text} (until ${until}).`,
    advice: `Upgrade pgvector to ${until} or later${instead === null ? '' : `, or ${instead}`}.`,
  }))
}
