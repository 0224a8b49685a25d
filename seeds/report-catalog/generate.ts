// The dataset `report-catalog`: reports on damage to buildings, with the accounts, trials and job management around them.
import type { Dataset } from '../../src/model/dataset.js'
import { accountTables } from './accounts.js'
import { ascoraTables } from './ascora.js'
import { ascoraWorkTables } from './ascora-work.js'
import { ORGANIZATION_EXPONENT, planReportCatalog } from './plan.js'
import { reportsTable } from './reports.js'
import { signInTables } from './sign-in.js'
import { subscriptionTables } from './subscriptions.js'
import { trialTables } from './trials.js'

export const reportCatalog: Dataset = {
  name: 'report-catalog',
  title: 'Reports on damage to buildings, with accounts, trials and jobs',
  generatorVersion: 1,
  mainTable: 'reports',
  scales: { small: 10_000, medium: 100_000, large: 1_000_000 },
  extensions: {},
  roles: [{ name: 'app', purpose: 'the application' }],
  tenancy: { table: 'ascora_jobs', column: 'organization_id', setting: 'app.organization_id' },
  bytesPerMainRow: 2_500,
  files: { tables: 'tables.sql', constraints: 'constraints.sql' },
  facts: { 'organization sizes': `Zipf, exponent ${ORGANIZATION_EXPONENT}`, present: '2025-10-24' },
  generate(seed, mainRows) {
    const plan = planReportCatalog(seed, mainRows)
    return [
      reportsTable(plan),
      ...accountTables(plan),
      ...ascoraTables(plan),
      ...ascoraWorkTables(plan),
      ...trialTables(plan),
      ...signInTables(plan),
      ...subscriptionTables(plan),
    ]
  },
}
