// Which organization each customer belongs to, and whose each job and invoice is: what several tables must agree on.
import { randomStream, type RandomStream } from '../../src/model/random.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { arrivalClock, type ArrivalClock } from '../lib/arrival-clock.js'
import { rowUuid } from '../lib/columns.js'
import { rowFraction } from '../lib/row-fraction.js'
import { zipfWeights } from '../lib/zipf.js'
import { reportCatalogCounts, type ReportCatalogCounts } from './counts.js'
import { PERIOD } from './period.js'

export const ORGANIZATION_EXPONENT = 0.9
const JOB_PURPOSE = 1
const INVOICE_PURPOSE = 2

export interface ReportCatalogPlan {
  readonly seed: number
  readonly counts: ReportCatalogCounts
  /** A clock for a table of so many rows: the n-th row is as recent as the n-th share of the period. */
  clockOf(rows: number): ArrivalClock
  organizationOf(customer: number): number
  customerOf(job: number): number
  /** The job of an invoice. */
  jobOf(invoice: number): number
}

export function planReportCatalog(seed: number, reports: number): ReportCatalogPlan {
  const counts = reportCatalogCounts(reports)
  const drawOrganization = organizationSampler(seed, counts.organizations)
  const random = randomStream(seed, 'report-catalog/customer-plan')
  const organizationOf = Uint32Array.from({ length: counts.customers }, () => drawOrganization(random))
  return {
    seed,
    counts,
    clockOf: (rows) => arrivalClock({ ...PERIOD, events: Math.max(1, rows), seed: seed + rows }),
    organizationOf: (customer) => organizationOf[customer] ?? 0,
    customerOf: (job) => Math.floor(rowFraction(seed, JOB_PURPOSE, job) * counts.customers),
    jobOf: (invoice) => Math.floor(rowFraction(seed, INVOICE_PURPOSE, invoice) * counts.jobs),
  }
}

/** Largest organizations first in rank, anywhere in order of their rows. */
function organizationSampler(seed: number, organizations: number): (random: RandomStream) => number {
  const ranks = randomStream(seed, 'report-catalog/organization-plan').shuffle([
    ...Array(organizations).keys(),
  ])
  const weights = zipfWeights(organizations, ORGANIZATION_EXPONENT)
  return aliasSampler(ranks.map((rank) => weights[rank] ?? 0))
}

export const userId = (row: number): string => rowUuid('report-catalog/users', row)
export const organizationId = (row: number): string => rowUuid('report-catalog/organizations', row)
export const reportId = (row: number): string => rowUuid('report-catalog/reports', row)
export const customerKey = (row: number): string => `CUS-${String(100_000 + row)}`
export const jobKey = (row: number): string => `JOB-${String(100_000 + row)}`
