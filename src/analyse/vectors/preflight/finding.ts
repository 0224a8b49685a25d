// What preflight knows before anything is built, and what a rule says of it.
import type { PreflightFinding } from '../../../model/vectors/preflight-finding.js'
import type { VectorIndex } from '../../../model/vectors/vector-index.js'

export interface PreflightFacts {
  readonly rows: number
  readonly dimensions: number
  /** LIMIT of the searches. */
  readonly k: number
  readonly maintenanceWorkMemBytes: number
  /** That a build may use; 0 where it is alone. */
  readonly parallelWorkers: number
  /** As extversion has it: 0.8.0 */
  readonly pgvector: string
  /** Of the filters that searches have: rows that pass ÷ all rows. */
  readonly selectivities: readonly number[]
}

export type BuiltIndex = Exclude<VectorIndex, { readonly kind: 'exact' }>

export type Finding = Omit<PreflightFinding, 'index' | 'search'>

/** Rounded up: a setting of so much is enough. */
export const megabytes = (bytes: number): string => `${Math.floor(bytes / 2 ** 20) + 1} MB`

export const counted = (count: number): string => count.toLocaleString('en')
