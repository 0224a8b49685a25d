// Tables user_subscriptions, their history, and the table in which the migrations are recorded.
import type { TableData } from '../../src/model/dataset.js'
import { boolean, integer, nullable, pooled, rowUuid, serial, text, timestamptz } from '../lib/columns.js'
import { uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { DAY_MS, PERIOD } from './period.js'
import { userId, type ReportCatalogPlan } from './plan.js'

const MIGRATIONS = 9

export function subscriptionTables(plan: ReportCatalogPlan): readonly TableData[] {
  return [subscriptions(plan), history(plan), prismaMigrations(plan)]
}

const subscriptionId = (row: number): string =>
  `sub_${rowUuid('report-catalog/subscriptions', row).slice(0, 18)}`
/** Every third user has one. */
const subscriber = (row: number): string => userId(row * 3)

function subscriptions({ seed, counts, clockOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.subscriptions)
  return defineTable(seed, 'report-catalog', {
    table: 'user_subscriptions',
    rows: counts.subscriptions - 1,
    columns: {
      subscription_id: text(subscriptionId),
      user_id: uuid(subscriber),
      stripe_customer_id: nullable(
        0.2,
        text((row) => `cus_${rowUuid('report-catalog/stripe', row).slice(0, 13)}`),
      ),
      stripe_subscription_id: nullable(0.2, text(subscriptionId)),
      plan_type: pooled('text', ['freeTrial', 'freeTrial', 'monthly', 'monthly', 'monthly', 'yearly']),
      status: pooled('text', ['active', 'active', 'active', 'active', 'cancelled', 'past_due', 'expired']),
      reports_used: integer((_, random) => random.below(60)),
      reports_limit: nullable(0.6, pooled('integer', [3, 5, 20])),
      current_period_start: timestamptz((_, random) => PERIOD.end - random.below(30) * DAY_MS),
      current_period_end: timestamptz((_, random) => PERIOD.end + random.below(30) * DAY_MS),
      cancel_at_period_end: boolean((_, random) => random.next() < 0.05),
      created_at: timestamptz((row) => clock.timeOf(row)),
      updated_at: timestamptz((row) => clock.timeOf(row)),
    },
  })
}

function history({ seed, counts, clockOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.history)
  const subscriptionOf = (row: number): number => row % (counts.subscriptions - 1)
  return defineTable(seed, 'report-catalog', {
    table: 'subscription_history',
    rows: counts.history,
    columns: {
      history_id: serial(),
      subscription_id: text((row) => subscriptionId(subscriptionOf(row))),
      user_id: text((row) => subscriber(subscriptionOf(row))),
      event_type: pooled('text', ['created', 'renewed', 'renewed', 'renewed', 'payment_failed', 'cancelled']),
      old_status: nullable(0.4, pooled('text', ['active', 'past_due'])),
      new_status: pooled('text', ['active', 'active', 'active', 'cancelled', 'past_due']),
      metadata: nullable(0.6, pooled('jsonb', ['{"source": "webhook"}', '{"source": "admin"}'])),
      created_at: timestamptz((row) => clock.timeOf(row)),
    },
  })
}

function prismaMigrations({ seed }: ReportCatalogPlan): TableData {
  return defineTable(seed, 'report-catalog', {
    table: '_prisma_migrations',
    rows: MIGRATIONS,
    columns: {
      id: text((row) => rowUuid('report-catalog/migrations', row)),
      checksum: text((row) => rowUuid('report-catalog/checksums', row).replaceAll('-', '')),
      migration_name: text((row) => `2025${String(row + 1).padStart(2, '0')}01000000_migration`),
      started_at: timestamptz((row) => PERIOD.start + row * 30 * DAY_MS),
      finished_at: timestamptz((row) => PERIOD.start + row * 30 * DAY_MS + 1000),
      applied_steps_count: pooled('integer', [1]),
    },
  })
}
