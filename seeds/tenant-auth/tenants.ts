// Table tenants: schools, each with a database schema of its own and, if it pays for one, a domain.
import type { TableData } from '../../src/model/dataset.js'
import { nullable, pooled, rowUuid, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { entry } from '../lib/pick.js'
import { drawPool } from '../lib/seeded-faker.js'
import { DAY_MS, PERIOD } from './period.js'
import type { TenantAuthPlan } from './plan.js'

const NAME_POOL = 800
const KINDS = ['Academy', 'College', 'High School', 'Primary School', 'Institute'] as const
/** Without a domain of its own a tenant is found by its schema alone. */
const WITHOUT_DOMAIN = 0.45

export function tenantsTable({ seed, counts }: TenantAuthPlan): TableData {
  const places = drawPool(NAME_POOL, seed, 10, (faker) => faker.location.city())
  const nameOf = (tenant: number): string =>
    `${entry(places, tenant % places.length)} ${entry(KINDS, (tenant * 7) % KINDS.length)}`
  return defineTable(seed, 'tenant-auth', {
    schema: 'shared',
    table: 'tenants',
    rows: counts.tenants,
    columns: {
      id: uuid((tenant) => tenantId(tenant)),
      name: text(nameOf),
      domain: nullable(
        WITHOUT_DOMAIN,
        text((tenant) => `${slugOf(nameOf(tenant))}-${tenant + 1}.example`),
      ),
      schema_name: text((tenant) => `tenant_${slugOf(nameOf(tenant)).replaceAll('-', '_')}_${tenant + 1}`),
      status: pooled('text', [
        'active',
        'active',
        'active',
        'active',
        'active',
        'active',
        'active',
        'suspended',
      ]),
      created_at: timestamptz((_, random) => PERIOD.start - random.below(300) * DAY_MS),
    },
  })
}

export const tenantId = (tenant: number): string => rowUuid('tenant-auth/tenants', tenant)

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
