import { describe, expect, it } from 'vitest'
import { reportCatalog } from '../../../../seeds/report-catalog/generate.js'
import { danglingReferences, valuesOf, type Reference } from '../../../support/dangling-references.js'
import { rowsOfTable } from '../../../support/dataset-rows.js'

/** The twenty foreign keys, and columns that are none but name rows of ours. */
const REFERENCES: readonly Reference[] = [
  ['organizations.owner_id', 'users.user_id'],
  ['organization_members.organization_id', 'organizations.id'],
  ['organization_members.user_id', 'users.user_id'],
  ['ascora_integrations.organization_id', 'organizations.id'],
  ['ascora_jobs.organization_id', 'organizations.id'],
  ['ascora_customers.organization_id', 'organizations.id'],
  ['ascora_invoices.organization_id', 'organizations.id'],
  ['ascora_sync_logs.organization_id', 'organizations.id'],
  ['ascora_sync_logs.integration_id', 'ascora_integrations.id'],
  ['ascora_sync_schedules.organization_id', 'organizations.id'],
  ['ascora_sync_schedules.integration_id', 'ascora_integrations.id'],
  ['free_trial_tokens.user_id', 'users.user_id'],
  ['device_fingerprints.user_id', 'users.user_id'],
  ['payment_verifications.user_id', 'users.user_id'],
  ['login_sessions.user_id', 'users.user_id'],
  ['trial_fraud_flags.user_id', 'users.user_id'],
  ['trial_usage.token_id', 'free_trial_tokens.token_id'],
  ['trial_usage.user_id', 'users.user_id'],
  ['user_subscriptions.user_id', 'users.user_id'],
  ['subscription_history.subscription_id', 'user_subscriptions.subscription_id'],
  ['trial_usage.report_id', 'reports.report_id'],
  ['ascora_jobs.report_id', 'reports.report_id'],
  ['ascora_jobs.customer_id', 'ascora_customers.ascora_customer_id'],
  ['ascora_integrations.user_id', 'users.user_id'],
  ['subscription_history.user_id', 'users.user_id'],
]
const UNIQUE = [
  'reports.report_id',
  'users.google_id',
  'users.email',
  'organizations.slug',
  'ascora_integrations.api_url',
  'ascora_jobs.ascora_job_id',
  'ascora_customers.ascora_customer_id',
  'ascora_invoices.ascora_invoice_id',
  'device_fingerprints.fingerprint_hash',
]

const tables = reportCatalog.generate(1, 10_000)
const reports = rowsOfTable(tables, 'reports')

describe('the rows of report-catalog', () => {
  it.each([500, 501, 5000])('are as many as announced for %d reports', (mainRows) => {
    const small = reportCatalog.generate(3, mainRows)
    expect(small).toHaveLength(20)
    expect(small.map((table) => [table.table, [...table.rows()].length])).toEqual(
      small.map((table) => [table.table, table.rowCount]),
    )
    expect(rowsOfTable(small, 'reports')).toHaveLength(mainRows)
    expect(danglingReferences(small, REFERENCES)).toEqual({})
  })

  it('are the same for a seed, in every pass, and others for another seed', () => {
    const rowsOf = (seed: number): unknown[] =>
      reportCatalog.generate(seed, 600).map(({ rows }) => [...rows()])
    expect(rowsOf(5)).toEqual(rowsOf(5))
    expect(rowsOf(6)).not.toEqual(rowsOf(5))
  })

  it('refer to rows that are there', () => {
    expect(danglingReferences(reportCatalog.generate(2, 2000), REFERENCES)).toEqual({})
  })

  it.each(UNIQUE)('have each value of %s once', (place) => {
    const values = valuesOf(tables, place)
    expect(new Set(values).size).toBe(values.length)
  })

  it('give a job to the organization of its customer', () => {
    const organizationOf = new Map(
      rowsOfTable(tables, 'ascora_customers').map((row) => [
        row['ascora_customer_id'],
        row['organization_id'],
      ]),
    )
    const strange = rowsOfTable(tables, 'ascora_jobs').filter(
      (job) =>
        job['customer_id'] !== null && organizationOf.get(job['customer_id']) !== job['organization_id'],
    )
    expect(strange).toEqual([])
  })
})

describe('the shape of report-catalog', () => {
  it('makes water half of all damage, and three in a hundred reports deleted', () => {
    const share = (matches: (report: (typeof reports)[number]) => boolean): number =>
      reports.filter(matches).length / reports.length
    expect(share((report) => report['damage_type'] === 'Water')).toBeCloseTo(0.5, 1)
    expect(share((report) => report['deleted_at'] !== null)).toBeCloseTo(0.03, 2)
    expect(share((report) => report['claim_number'] === null)).toBeCloseTo(0.3, 1)
  })

  it('has reports roughly in the order of their dates, up to the day of the present', () => {
    const dates = reports.map((report) => Number(report['created_at']))
    const quarter = reports.length / 4
    expect(Math.max(...dates.slice(0, quarter))).toBeLessThan(Math.min(...dates.slice(-quarter)))
    expect(Math.max(...dates)).toBeLessThan(Date.parse('2025-10-25T00:00:00Z'))
  })

  it('gives the largest organization many times the jobs of a middling one', () => {
    const sizes = new Map<unknown, number>()
    for (const id of valuesOf(tables, 'ascora_jobs.organization_id')) sizes.set(id, (sizes.get(id) ?? 0) + 1)
    const sorted = [...sizes.values()].sort((a, b) => b - a)
    expect(sorted[0]).toBeGreaterThan(5 * (sorted[Math.floor(sorted.length / 2)] ?? 0))
  })
})
