// Tables tenant_subscriptions, one for each tenant, and schema_migrations, one row for each migration before 013.
import type { TableData } from '../../src/model/dataset.js'
import { pooled, rowUuid, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { DAY_MS, PERIOD } from './period.js'
import type { TenantAuthPlan } from './plan.js'
import { tenantId } from './tenants.js'

const MIGRATIONS_BEFORE = 12

export function tenantSubscriptionsTable({ seed, counts }: TenantAuthPlan): TableData {
  return defineTable(seed, 'tenant-auth', {
    schema: 'shared',
    table: 'tenant_subscriptions',
    rows: counts.tenants,
    columns: {
      id: uuid((row) => rowUuid('tenant-auth/subscriptions', row)),
      tenant_id: uuid(tenantId),
      plan: pooled('text', ['free', 'free', 'standard', 'standard', 'standard', 'premium']),
      status: pooled('text', ['active', 'active', 'active', 'active', 'trialing', 'past_due', 'cancelled']),
      external_id: text(
        (row) => `sub_${rowUuid('tenant-auth/external', row).replaceAll('-', '').slice(0, 24)}`,
      ),
      current_period_end: timestamptz((_, random) => PERIOD.end + random.below(30) * DAY_MS),
    },
  })
}

export function schemaMigrationsTable({ seed }: TenantAuthPlan): TableData {
  return defineTable(seed, 'tenant-auth', {
    schema: 'shared',
    table: 'schema_migrations',
    rows: MIGRATIONS_BEFORE,
    columns: {
      version: text((row) => String(row + 1).padStart(3, '0')),
      applied_at: timestamptz((row) => PERIOD.start + row * 20 * DAY_MS),
    },
  })
}
