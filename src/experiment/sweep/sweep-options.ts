// What a sweep is asked to do, and what it is given of the process around it.
import type { IterativeScan, Metric } from '../../model/vectors/vector-index.js'
import type { VectorOptions, VectorSource } from '../../model/vectors/vector-source.js'
import type { SweepResult } from '../../model/vectors/sweep-result.js'
import type { BuildLimits } from '../../sweep/indexes/build-index.js'
import type { Grid } from '../../sweep/tuning/candidates.js'
import type { ServerOptions } from '../../server/with-server.js'
import type { RunPorts } from '../run.js'
import type { DatabaseVectors } from './find-in-database.js'
import type { ScenarioVectors } from './find-in-scenario.js'

export interface SweepOptions {
  readonly source: VectorSource | DatabaseVectors | ScenarioVectors
  /** Its seed draws the data, the queries and the order of everything. */
  readonly vectors: VectorOptions
  readonly metric: Metric
  readonly k: number
  /** Of recall, ascending. */
  readonly targets: readonly number[]
  /** Everything in it is measured; null to tune. */
  readonly grid: SweepGrid | null
  /** For everything after loading, milliseconds. */
  readonly budgetMs: number
  /** For indexes that stand side by side. */
  readonly diskBytes: number
  readonly build: Omit<BuildLimits, 'limitMs'>
  /** For one search, milliseconds. */
  readonly searchLimitMs: number
  /** For the whole sweep, milliseconds. */
  readonly timeLimitMs: number
  readonly withFilters: boolean
  readonly withLife: boolean
  /** Results go to a new folder in this one. */
  readonly outFolder: string
  /** Where exact neighbours are kept between sweeps. */
  readonly truthFolder: string
  readonly server: ServerOptions
  /** The command that repeats this sweep, for the report. */
  readonly command: string
  readonly toolVersion: string
}

export interface SweepGrid extends Grid {
  readonly probes: readonly number[]
  readonly efSearch: readonly number[]
  /** Each with every effort; IVFFlat leaves out what it does not have. */
  readonly iterative: readonly IterativeScan[]
}

export type SweepPorts = RunPorts

export interface SweepOutcome {
  readonly result: SweepResult
  /** The folder of the sweep. */
  readonly folder: string
}
