// What can be built for a single tenant stands beside the indexes of the whole table while its filters are measured, so that
// it takes turns with them: a partition with vector indexes of its own, and of the largest tenant partial indexes.
import { buildNamed, dropIndexes } from '../indexes/build-index.js'
import { indexName } from '../indexes/index-name.js'
import type { SearchedTable } from '../searched-table.js'
import type { Attempt } from './attempt.js'
import type { Tenant } from './case-groups.js'
import { buildLimits, leaveOut, type Course } from './course.js'
import { scaledTo } from './scaled-to.js'
import { roomFor } from './tenant-room.js'
import { withTenantPartition } from './tenant-partition.js'

type Work = (attempts: readonly Attempt[]) => Promise<void>

/** They stand while `work` runs, with an attempt for each. What there is no room or no time for is left out. */
export async function withTenantIndexes(course: Course, tenant: Tenant, work: Work): Promise<void> {
  const room = await roomFor(course, tenant)
  const withPartials = (rest: Work): Promise<void> =>
    room.partialIndexes ? withPartialIndexes(course, tenant, rest) : rest([])
  await withPartials((partial) => {
    const rest: Work = (partition) => work([...partial, ...partition])
    return room.partition ? withPartition(course, tenant, rest) : rest([])
  })
}

/**
 * They serve only a query whose condition names the tenant as the index does, so no policy and no generic plan, for which the
 * tenant is not known when it is planned.
 */
async function withPartialIndexes(course: Course, { tenant, share }: Tenant, work: Work): Promise<void> {
  const { table } = course
  const attempts: Attempt[] = []
  const place = (name: string): Place => ({
    strategy: 'partial index',
    table,
    visible: [name],
    mustUse: name,
  })
  try {
    await buildEach(course, table, share, `tenant_id = ${tenant}`, `_tenant${tenant}`, place, attempts)
    await work(attempts)
  } finally {
    await dropIndexes(
      table,
      attempts.flatMap(({ visible }) => visible),
    )
  }
}

/** What is left to search is the tenant's, whichever way the planner takes. */
async function withPartition(course: Course, { tenant, share }: Tenant, work: Work): Promise<void> {
  const late = `partition of tenant ${tenant}: no time was left for it`
  const limits = buildLimits(course)
  if (limits === null) {
    leaveOut(course, late)
    return work([])
  }
  await withTenantPartition(course.table, tenant, limits.limitMs, async (copy) => {
    if (copy === null) {
      leaveOut(course, late)
      return work([])
    }
    const attempts: Attempt[] = []
    const place = (name: string): Place => ({
      strategy: 'partition',
      table: copy.parent,
      visible: [name],
      mustUse: null,
    })
    await buildEach(course, copy.partition, share, null, '', place, attempts)
    return work(attempts)
  })
}

type Place = Pick<Attempt, 'strategy' | 'table' | 'visible' | 'mustUse'>

/** One of each tuned index, for this share of the rows; an attempt for each that stands is added. */
async function buildEach(
  course: Course,
  table: SearchedTable,
  share: number,
  condition: string | null,
  suffix: string,
  placeOf: (name: string) => Place,
  attempts: Attempt[],
): Promise<void> {
  for (const one of course.tuned) {
    const { index, search } = scaledTo(one, share)
    const name = `${indexName(table.table, index, 1)}${suffix}`
    const place = placeOf(name)
    const limits = buildLimits(course)
    const outcome =
      limits === null ? null : await buildNamed(table, index, name, limits, course.ports, condition)
    if (outcome?.state === 'built') attempts.push({ ...place, planMode: 'custom', index, search })
    else leaveOut(course, `${place.strategy} ${name}: ${outcome?.reason ?? 'no time was left for it'}`)
  }
}
