// The dataset `tenant-auth`: the schema that all tenants of a platform for schools share, with accounts and tokens.
import type { Dataset } from '../../src/model/dataset.js'
import { activityTables } from './activity.js'
import { planTenantAuth, TENANT_EXPONENT } from './plan.js'
import { roleTables, userRolesTable } from './roles.js'
import { schemaMigrationsTable, tenantSubscriptionsTable } from './subscriptions.js'
import { tenantsTable } from './tenants.js'
import { tokenTables } from './tokens.js'
import { usersTable } from './users.js'

export const tenantAuth: Dataset = {
  name: 'tenant-auth',
  title: 'Accounts, roles and tokens of many schools in one shared schema',
  generatorVersion: 1,
  mainTable: 'shared.users',
  scales: { small: 20_000, medium: 400_000, large: 2_000_000 },
  extensions: {},
  roles: [{ name: 'app', purpose: 'the application: tenants are kept apart by its own conditions' }],
  tenancy: { schema: 'shared', table: 'users', column: 'tenant_id', setting: 'app.tenant_id' },
  bytesPerMainRow: 3_000,
  files: { tables: 'tables.sql', constraints: 'constraints.sql' },
  facts: { 'tenant sizes': `Zipf, exponent ${TENANT_EXPONENT}`, present: '2025-01-01' },
  generate(seed, mainRows) {
    const plan = planTenantAuth(seed, mainRows)
    return [
      ...roleTables(plan),
      tenantsTable(plan),
      usersTable(plan),
      userRolesTable(plan),
      ...tokenTables(plan),
      ...activityTables(plan),
      tenantSubscriptionsTable(plan),
      schemaMigrationsTable(plan),
    ]
  },
}
