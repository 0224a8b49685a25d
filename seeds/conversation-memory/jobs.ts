// From a lead to a job with its items, events, quotes and appointments.
import type { TableData } from '../../src/model/dataset.js'
import {
  integer,
  jsonb,
  nullable,
  numeric,
  pooled,
  rowUuid,
  text,
  timestamptz,
  uuid,
} from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { DATASET, type MemoryPlan } from './plan.js'
import { SERVICES } from './texts.js'

const HOUR_MS = 3_600_000
const ITEMS_PER_JOB = 3
const EVENTS_PER_JOB = 4

export function jobTables(plan: MemoryPlan): readonly TableData[] {
  const { seed, leads, jobs, clockOf, customerOfLead, leadOfJob } = plan
  const [led, worked] = [clockOf(leads), clockOf(jobs)]
  const events = clockOf(jobs * EVENTS_PER_JOB)
  const jobId = (row: number): string => rowUuid('job', row % jobs)
  return [
    defineTable(seed, DATASET, {
      table: 'Lead',
      rows: leads,
      columns: {
        id: uuid((row) => rowUuid('lead', row)),
        customer_id: uuid((row) => rowUuid('customer', customerOfLead(row))),
        source: pooled('text', ['sms', 'web form', 'missed call', 'referral', 'advertisement']),
        status: pooled('text', ['new', 'contacted', 'qualified', 'won', 'lost']),
        service: nullable(0.2, pooled('text', SERVICES)),
        score: integer((_, random) => random.below(101)),
        created_at: timestamptz(led.timeOf),
        updated_at: timestamptz((row) => led.timeOf(row) + HOUR_MS),
      },
    }),
    defineTable(seed, DATASET, {
      table: 'Job',
      rows: jobs,
      columns: {
        id: uuid((row) => rowUuid('job', row)),
        customer_id: uuid((row) => rowUuid('customer', customerOfLead(leadOfJob(row)))),
        lead_id: uuid((row) => rowUuid('lead', leadOfJob(row))),
        status: pooled('text', ['estimate', 'scheduled', 'in progress', 'done', 'invoiced', 'paid']),
        title: pooled('text', SERVICES),
        total: nullable(
          0.2,
          numeric(2, (_, random) => 9_900 + random.below(2_000_000)),
        ),
        summary: nullable(
          1,
          text(() => ''),
        ),
        created_at: timestamptz(worked.timeOf),
        updated_at: timestamptz((row) => worked.timeOf(row) + HOUR_MS),
      },
    }),
    defineTable(seed, DATASET, {
      table: 'JobItem',
      rows: jobs * ITEMS_PER_JOB,
      columns: {
        id: uuid((row) => rowUuid('item', row)),
        job_id: uuid(jobId),
        description: pooled('text', SERVICES),
        quantity: integer((_, random) => 1 + random.below(8)),
        unit_price: numeric(2, (_, random) => 500 + random.below(50_000)),
      },
    }),
    defineTable(seed, DATASET, {
      table: 'JobEvent',
      rows: jobs * EVENTS_PER_JOB,
      columns: {
        id: uuid((row) => rowUuid('event', row)),
        job_id: uuid(jobId),
        kind: pooled('text', ['created', 'scheduled', 'message', 'status', 'payment']),
        payload: jsonb((row) => JSON.stringify({ step: row % EVENTS_PER_JOB })),
        created_at: timestamptz(events.timeOf),
      },
    }),
    defineTable(seed, DATASET, {
      table: 'Quote',
      rows: jobs,
      columns: {
        id: uuid((row) => rowUuid('quote', row)),
        job_id: uuid(jobId),
        total: numeric(2, (_, random) => 9_900 + random.below(2_000_000)),
        status: pooled('text', ['sent', 'accepted', 'declined']),
        created_at: timestamptz(worked.timeOf),
      },
    }),
    defineTable(seed, DATASET, {
      table: 'Appointment',
      rows: jobs,
      columns: {
        id: uuid((row) => rowUuid('appointment', row)),
        job_id: uuid(jobId),
        starts_at: timestamptz((row) => worked.timeOf(row) + 72 * HOUR_MS),
        minutes: integer((_, random) => 30 + 30 * random.below(8)),
      },
    }),
  ]
}
