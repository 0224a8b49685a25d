// The dataset `hosting-billing`: a control panel that sells hosting, with billing, small virtual machines, a security
// scanner and support. 97 tables, described as data, one file a family.
import type { ColumnSource, Dataset } from '../../src/model/dataset.js'
import { integer, nullable, serial } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { accounts } from './accounts.js'
import { billing } from './billing.js'
import { cloudPods } from './cloud-pods.js'
import { communication } from './communication.js'
import { guardian } from './guardian.js'
import { hosting } from './hosting.js'
import { drawPools } from './pools.js'
import { planReferences, TENANT_EXPONENT, type References } from './references.js'
import type { Family, Reference, TablePlan } from './table-plan.js'
import type { ValueContext } from './values.js'

const NAME = 'hosting-billing'
const TABLES: Family = { ...accounts, ...billing, ...hosting, ...cloudPods, ...guardian, ...communication }

export const hostingBilling: Dataset = {
  name: NAME,
  title: 'A hosting control panel with billing: 97 tables, 143 foreign keys',
  generatorVersion: 1,
  mainTable: 'audit_logs',
  // At medium 10,000 tenants, 100,000 subscriptions and 1,000,000 audit entries, as the report wants to be ready for.
  scales: { small: 50_000, medium: 1_000_000, large: 4_000_000 },
  extensions: {},
  roles: [{ name: 'app', purpose: 'the application: sees every tenant, and asks for one in its queries' }],
  tenancy: { table: 'subscriptions', column: 'tenant_id', setting: 'app.tenant_id' },
  bytesPerMainRow: 2_000,
  files: { tables: 'tables.sql', constraints: 'constraints.sql' },
  facts: { 'tenant sizes': `Zipf, exponent ${TENANT_EXPONENT}, and one row for every tenant` },
  generate(seed, mainRows) {
    const rowsOf = (table: string): number => rowCount(TABLES[table], mainRows)
    const references = planReferences(seed, TABLES, rowsOf)
    const pools = drawPools(seed)
    return Object.entries(TABLES).map(([table, plan]) => {
      const rows = rowsOf(table)
      return defineTable(seed, NAME, {
        table,
        rows,
        columns: columnsOf(table, plan, references, { rows, pools }),
      })
    })
  },
}

const rowCount = (plan: TablePlan | undefined, mainRows: number): number => {
  if (plan === undefined) throw new RangeError('a table is referred to and not described')
  return typeof plan.rows === 'number' ? plan.rows : plan.rows(mainRows)
}

function columnsOf(
  table: string,
  plan: TablePlan,
  references: References,
  context: ValueContext,
): Record<string, ColumnSource> {
  const own = Object.entries(plan.columns).map(([column, value]) => [column, value(context)] as const)
  const others = Object.entries(plan.references ?? {}).map(
    ([column, reference]) => [column, referring(reference, references.of(table, column))] as const,
  )
  return { id: serial(), ...Object.fromEntries(others), ...Object.fromEntries(own) }
}

function referring(reference: string | Reference, rowOf: (row: number) => number): ColumnSource {
  const source = integer((row) => rowOf(row) + 1)
  const nullShare = typeof reference === 'string' ? undefined : reference.nullShare
  return nullShare === undefined ? source : nullable(nullShare, source)
}
