// Tables ascora_customers, ascora_jobs and ascora_invoices: who has what repaired, and who pays.
import type { TableData } from '../../src/model/dataset.js'
import { date, nullable, numeric, pooled, rowUuid, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { entry } from '../lib/pick.js'
import { drawPool } from '../lib/seeded-faker.js'
import { DAY_MS, PERIOD } from './period.js'
import { customerKey, jobKey, organizationId, reportId, type ReportCatalogPlan } from './plan.js'
import { STATES } from './texts.js'

/** Jobs that are about a report of ours. */
const WITHOUT_REPORT = 0.35

export function ascoraWorkTables(plan: ReportCatalogPlan): readonly TableData[] {
  return [customers(plan), jobs(plan), invoices(plan)]
}

function customers({ seed, counts, clockOf, organizationOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.customers)
  const [first, last, streets, suburbs] = [
    drawPool(1500, seed, 60, (faker) => faker.person.firstName()),
    drawPool(1500, seed, 61, (faker) => faker.person.lastName()),
    drawPool(2000, seed, 62, (faker) => faker.location.streetAddress()),
    drawPool(500, seed, 63, (faker) => faker.location.city()),
  ]
  return defineTable(seed, 'report-catalog', {
    table: 'ascora_customers',
    rows: counts.customers,
    columns: {
      id: uuid((row) => rowUuid('report-catalog/customers', row)),
      organization_id: uuid((row) => organizationId(organizationOf(row))),
      ascora_customer_id: text(customerKey),
      first_name: pooled('text', first),
      last_name: pooled('text', last),
      company_name: nullable(
        0.8,
        pooled(
          'text',
          drawPool(500, seed, 64, (faker) => faker.company.name()),
        ),
      ),
      email: nullable(
        0.15,
        text((row) => `customer${row + 1}@mail.example`),
      ),
      phone: nullable(
        0.1,
        text((row) => `+61 2 ${String(10_000_000 + row)}`),
      ),
      mobile: nullable(
        0.3,
        text((row) => `+61 4 ${String(10_000_000 + row)}`),
      ),
      street_address: pooled('text', streets),
      suburb: pooled('text', suburbs),
      state: pooled('text', STATES),
      postcode: text((_, random) => String(2000 + random.below(5000))),
      country: pooled('text', ['Australia']),
      customer_type: pooled('text', ['residential', 'residential', 'residential', 'commercial', 'insurer']),
      custom_fields: nullable(0.7, pooled('jsonb', ['{"preferred": "email"}', '{"preferred": "phone"}'])),
      synced_at: nullable(
        0.02,
        timestamptz((row) => Math.min(PERIOD.end, clock.timeOf(row) + DAY_MS)),
      ),
      created_at: timestamptz((row) => clock.timeOf(row)),
      updated_at: timestamptz((row) => clock.timeOf(row)),
    },
  })
}

function jobs({ seed, counts, clockOf, organizationOf, customerOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.jobs)
  const finished = ['completed', 'completed', 'completed', 'completed', 'invoiced', 'invoiced', 'cancelled']
  const open = ['new', 'scheduled', 'scheduled', 'in_progress', 'in_progress', 'on_hold']
  return defineTable(seed, 'report-catalog', {
    table: 'ascora_jobs',
    rows: counts.jobs,
    columns: {
      id: uuid((row) => rowUuid('report-catalog/jobs', row)),
      organization_id: uuid((row) => organizationId(organizationOf(customerOf(row)))),
      report_id: nullable(
        WITHOUT_REPORT,
        uuid((row) => reportId(Math.floor((row / counts.jobs) * counts.reports))),
      ),
      ascora_job_id: text(jobKey),
      job_title: pooled('text', [
        'Make safe',
        'Water extraction',
        'Drying',
        'Mould remediation',
        'Fire clean',
        'Reinstatement',
      ]),
      customer_id: text((row) => customerKey(customerOf(row))),
      customer_name: pooled(
        'text',
        drawPool(1500, seed, 65, (faker) => faker.person.fullName()),
      ),
      // Open are the latest.
      job_status: text((row, random) => {
        const states = row / counts.jobs > 0.94 ? open : finished
        return entry(states, random.below(states.length))
      }),
      job_address: pooled(
        'text',
        drawPool(2000, seed, 66, (faker) => faker.location.streetAddress()),
      ),
      job_type: pooled('text', ['emergency', 'restoration', 'restoration', 'assessment']),
      priority: pooled('text', ['low', 'normal', 'normal', 'normal', 'high']),
      estimated_cost: numeric(2, (_, random) => 20_000 + random.below(4_000_000)),
      actual_cost: nullable(
        0.2,
        numeric(2, (_, random) => 20_000 + random.below(4_000_000)),
      ),
      scheduled_date: timestamptz((row) => clock.timeOf(row) + 2 * DAY_MS),
      invoice_status: nullable(0.3, pooled('text', ['draft', 'sent', 'paid', 'paid', 'paid'])),
      sync_direction: pooled('text', ['to_ascora', 'from_ascora', 'both']),
      created_at: timestamptz((row) => clock.timeOf(row)),
      updated_at: timestamptz((row) => clock.timeOf(row)),
    },
  })
}

function invoices({
  seed,
  counts,
  clockOf,
  organizationOf,
  customerOf,
  jobOf,
}: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.invoices)
  return defineTable(seed, 'report-catalog', {
    table: 'ascora_invoices',
    rows: counts.invoices,
    columns: {
      id: uuid((row) => rowUuid('report-catalog/invoices', row)),
      organization_id: uuid((row) => organizationId(organizationOf(customerOf(jobOf(row))))),
      ascora_invoice_id: text((row) => `INV-${String(100_000 + row)}`),
      ascora_job_id: text((row) => jobKey(jobOf(row))),
      report_id: nullable(
        0.4,
        uuid((row) => reportId(Math.floor((jobOf(row) / counts.jobs) * counts.reports))),
      ),
      customer_id: text((row) => customerKey(customerOf(jobOf(row)))),
      invoice_number: text((row) => String(20_000 + row)),
      invoice_date: date((row) => clock.timeOf(row)),
      due_date: date((row) => clock.timeOf(row) + 14 * DAY_MS),
      total_amount: numeric(2, (_, random) => 30_000 + random.below(5_000_000)),
      paid_amount: nullable(
        0.2,
        numeric(2, (_, random) => 30_000 + random.below(5_000_000)),
      ),
      status: pooled('text', [
        'paid',
        'paid',
        'paid',
        'paid',
        'paid',
        'paid',
        'sent',
        'sent',
        'overdue',
        'draft',
      ]),
      payment_method: nullable(0.3, pooled('text', ['card', 'transfer', 'transfer'])),
      payment_date: nullable(
        0.3,
        date((row) => clock.timeOf(row) + 10 * DAY_MS),
      ),
      created_at: timestamptz((row) => clock.timeOf(row)),
      updated_at: timestamptz((row) => clock.timeOf(row)),
    },
  })
}
