// A query of the bench: no tenant, one cohort, a plan made anew for every execution as the runs of a benchmark have it.
import type { MeasuredQuery } from '../../../src/measure/measured-query.js'
import type { Value } from '../../../src/postgres/session.js'

export interface PlainQuery {
  readonly name: string
  readonly sql: string
  readonly role: string
  readonly settings: Readonly<Record<string, string>>
  /** Parameters, by row. */
  readonly values: readonly (readonly Value[])[]
}

export const plainQuery = ({ name, sql, role, settings, values }: PlainQuery): MeasuredQuery => ({
  name,
  sql,
  writes: false,
  role,
  settings,
  planMode: 'custom',
  rows: values.map((row) => ({ cohort: 'all', tenant: null, hit: true, values: row })),
  tenantSetting: '',
})
