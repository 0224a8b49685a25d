// A measured query with sensible values, for tests of schedules.
import type { MeasuredQuery } from '../../src/measure/measured-query.js'

export const measuredQuery = (changes: Partial<MeasuredQuery> = {}): MeasuredQuery => ({
  name: 'q',
  sql: 'select 1',
  writes: false,
  role: 'app',
  settings: {},
  planMode: 'custom',
  rows: [{ cohort: 'largest', tenant: null, hit: true, values: [] }],
  tenantSetting: 'app.tenant_id',
  ...changes,
})
