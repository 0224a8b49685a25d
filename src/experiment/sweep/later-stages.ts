// The parts of a sweep that look beyond the plain search: arithmetic before it, filters and the course of time after it.
import type { FilterEvidence, Harm } from '../../model/vectors/filter-evidence.js'
import type { LifeCheckpoint } from '../../model/vectors/life-checkpoint.js'
import type { PreflightFinding } from '../../model/vectors/preflight-finding.js'
import type { Metric } from '../../model/vectors/vector-index.js'
import type { VectorSet } from '../../model/vectors/vector-set.js'
import type { Server } from '../../server/server.js'
import type { BuildLimits } from '../../sweep/build-index.js'
import type { ChosenSettings } from '../../sweep/choose-finalists.js'
import type { ApproximateIndex } from '../../sweep/index-operators.js'
import type { QuerySet, SearchedTable } from '../../sweep/searched-table.js'

/** What filters and life are measured on. */
export interface StageContext {
  readonly server: Server
  readonly table: SearchedTable
  readonly vectors: VectorSet
  readonly metric: Metric
  readonly k: number
  /** Without the exact scan; their indexes stand. */
  readonly chosen: readonly ChosenSettings[]
  readonly queries: QuerySet
  readonly limits: BuildLimits
  readonly searchLimitMs: number
  readonly seed: number
  /** On the clock of the ports. */
  readonly deadlineNs: number
  readonly signal: AbortSignal
  readonly now: () => number
  readonly advance: (fraction: number, detail: string) => void
}

export interface PreflightFacts {
  readonly rows: number
  readonly dimensions: number
  readonly k: number
  readonly maintenanceWorkMemBytes: number
  readonly pgvector: string
}

export interface LaterStages {
  preflight(candidates: readonly ApproximateIndex[], facts: PreflightFacts): readonly PreflightFinding[]
  measureFilters(context: StageContext): Promise<readonly FilterEvidence[]>
  /** Last of all: it changes the table. */
  measureLife(context: StageContext): Promise<readonly LifeCheckpoint[]>
  findHarm(filters: readonly FilterEvidence[]): readonly Harm[]
}

/** Until they are there: what a sweep says without them, it says of plain searches alone. */
export const LATER_STAGES: LaterStages = {
  preflight: () => [],
  measureFilters: () => Promise.resolve([]),
  measureLife: () => Promise.resolve([]),
  findHarm: () => [],
}
