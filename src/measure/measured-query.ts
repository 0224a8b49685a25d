// A query with everything resolved that it takes to run it: role, settings, parameter rows.
import type { PlanMode } from '../model/plan-mode.js'
import type { Value } from '../postgres/session.js'

export interface MeasuredQuery {
  readonly name: string
  readonly sql: string
  readonly writes: boolean
  /** Role in this cluster, unquoted. */
  readonly role: string
  /** Where plans are not custom ones, plan_cache_mode is among them. */
  readonly settings: Readonly<Record<string, string>>
  readonly planMode: PlanMode
  readonly rows: readonly ParameterRow[]
  /** The setting that tells the policies which tenant asks. */
  readonly tenantSetting: string
}

export interface ParameterRow {
  readonly cohort: string
  /** Whose session it is; null for queries that belong to no tenant. */
  readonly tenant: string | null
  /** Was it drawn so that it finds something? */
  readonly hit: boolean
  readonly values: readonly Value[]
}
