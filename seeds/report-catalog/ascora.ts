// Tables of the connection to the job management system: integrations, their schedules, and the log of what they did.
import type { TableData } from '../../src/model/dataset.js'
import { boolean, integer, nullable, pooled, rowUuid, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { rowFraction } from '../lib/row-fraction.js'
import { DAY_MS, PERIOD } from './period.js'
import { organizationId, userId, type ReportCatalogPlan } from './plan.js'

const INTEGRATION_PURPOSE = 20
const MINUTE_MS = 60_000

export function ascoraTables(plan: ReportCatalogPlan): readonly TableData[] {
  return [integrations(plan), schedules(plan), syncLogs(plan)]
}

/** The n-th integration is of the n-th organization. */
const integrationId = (row: number): string => rowUuid('report-catalog/integrations', row)

function integrations({ seed, counts, clockOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.integrations)
  return defineTable(seed, 'report-catalog', {
    table: 'ascora_integrations',
    rows: counts.integrations,
    columns: {
      id: uuid(integrationId),
      organization_id: uuid(organizationId),
      user_id: text(userId),
      api_url: text((row) => `https://company${row + 1}.jobs.example/api`),
      api_token: text((row) => `enc:${rowUuid('report-catalog/api-token', row)}`),
      company_code: text((row) => `C${1000 + row}`),
      is_active: boolean((_, random) => random.next() < 0.9),
      last_sync_at: nullable(
        0.05,
        timestamptz((_, random) => PERIOD.end - random.below(DAY_MS)),
      ),
      sync_status: pooled('text', ['idle', 'idle', 'success', 'success', 'success', 'syncing', 'error']),
      webhook_token: nullable(
        0.4,
        text((row) => rowUuid('report-catalog/webhook', row)),
      ),
      sync_settings: pooled('jsonb', [
        '{"sync_customers": true, "sync_jobs": true, "sync_invoices": true}',
        '{"sync_customers": true, "sync_jobs": true, "sync_invoices": false}',
      ]),
      created_at: timestamptz((row) => clock.timeOf(row)),
      updated_at: timestamptz((row) => clock.timeOf(row)),
    },
  })
}

function schedules({ seed, counts }: ReportCatalogPlan): TableData {
  return defineTable(seed, 'report-catalog', {
    table: 'ascora_sync_schedules',
    rows: counts.integrations,
    columns: {
      id: uuid((row) => rowUuid('report-catalog/schedules', row)),
      organization_id: nullable(0.02, uuid(organizationId)),
      integration_id: uuid(integrationId),
      sync_interval: pooled('integer', [300, 300, 300, 900, 3600]),
      is_active: boolean((_, random) => random.next() < 0.9),
      last_run_at: nullable(
        0.05,
        timestamptz((_, random) => PERIOD.end - random.below(60 * MINUTE_MS)),
      ),
      next_run_at: timestamptz((_, random) => PERIOD.end + (random.below(62) - 2) * MINUTE_MS),
      created_at: timestamptz(() => PERIOD.start),
      updated_at: timestamptz(() => PERIOD.end),
    },
  })
}

function syncLogs(plan: ReportCatalogPlan): TableData {
  const { seed, counts } = plan
  const clock = plan.clockOf(counts.syncLogs)
  /** Drawn by size as often as organizations have customers. */
  const integrationOf = (row: number): number => {
    const customer = Math.floor(rowFraction(seed, INTEGRATION_PURPOSE, row) * counts.customers)
    return plan.organizationOf(customer) % counts.integrations
  }
  return defineTable(seed, 'report-catalog', {
    table: 'ascora_sync_logs',
    rows: counts.syncLogs,
    columns: {
      id: uuid((row) => rowUuid('report-catalog/sync-logs', row)),
      organization_id: uuid((row) => organizationId(integrationOf(row))),
      integration_id: nullable(
        0.04,
        uuid((row) => integrationId(integrationOf(row))),
      ),
      sync_type: pooled('text', ['jobs', 'jobs', 'jobs', 'customers', 'customers', 'invoices', 'full']),
      source: pooled('text', ['ascora', 'ascora', 'restoreassist']),
      target: pooled('text', ['restoreassist', 'restoreassist', 'ascora']),
      resource_type: nullable(0.1, pooled('text', ['job', 'customer', 'invoice'])),
      resource_id: nullable(
        0.3,
        uuid((row) => rowUuid('report-catalog/resources', row)),
      ),
      ascora_resource_id: nullable(
        0.3,
        text((row) => String(100_000 + (row % counts.jobs))),
      ),
      status: pooled('text', [
        ...Array<string>(45).fill('success'),
        'skipped',
        'skipped',
        'pending',
        'failed',
        'failed',
      ]),
      error_message: nullable(
        0.96,
        pooled('text', ['Request timed out', 'Rate limit reached', 'Customer not found']),
      ),
      retry_count: integer((_, random) => (random.next() < 0.05 ? 1 + random.below(3) : 0)),
      response_data: nullable(
        0.5,
        pooled('jsonb', ['{"ok": true, "items": 1}', '{"ok": true, "items": 25}', '{"ok": false}']),
      ),
      created_at: timestamptz((row) => clock.timeOf(row)),
    },
  })
}
