// Tenants by size class: a benchmark of the average tenant hides the largest one and the many small ones.
import type { DatasetFacts } from '../../model/facts.js'
import type { Dataset } from '../../model/dataset.js'
import { quoteIdentifier, quoteQualified } from '../../postgres/identifiers.js'
import type { Session } from '../../postgres/session.js'

type Cohorts = DatasetFacts['cohorts']

/** Tenants of a cohort; three keep one odd tenant from speaking for its class. */
const TENANTS_PER_COHORT = 3

/**
 * Finds the largest, median and smallest tenants, and leaves them in the temporary table
 * `cohort_tenants (cohort, tenant, rows)` for the parameter queries. Ties are broken by tenant, so the choice repeats.
 */
export async function drawCohorts(session: Session, tenancy: Dataset['tenancy']): Promise<Cohorts> {
  await session.script(cohortTable(tenancy))
  const rows = await session.query(
    'select cohort, tenant, rows from cohort_tenants order by rows desc, tenant',
  )
  const cohorts = new Map<string, { tenant: string; rows: number }[]>()
  for (const row of rows) {
    const cohort = row['cohort'] ?? ''
    const tenants = cohorts.get(cohort) ?? []
    tenants.push({ tenant: row['tenant'] ?? '', rows: Number(row['rows']) })
    cohorts.set(cohort, tenants)
  }
  return [...cohorts].map(([cohort, tenants]) => ({ cohort, tenants }))
}

function cohortTable({ schema = 'public', table, column }: Dataset['tenancy']): string {
  const tenant = quoteIdentifier(column)
  return `
create temporary table cohort_tenants as
with sized as (
  select ${tenant} as tenant, count(*) as rows,
         row_number() over (order by count(*) desc, ${tenant}) as place,
         count(*) over () as tenants
  from ${quoteQualified(schema, table)}
  where ${tenant} is not null
  group by ${tenant}
), classed as (
  select *, case
    when place <= least(${TENANTS_PER_COHORT}, tenants) then 'largest'
    when place > tenants - ${TENANTS_PER_COHORT} then 'tail'
    when abs(place - (tenants + 1) / 2) <= ${TENANTS_PER_COHORT} / 2 then 'median'
  end as cohort
  from sized
)
select cohort, tenant, rows from classed where cohort is not null`
}
