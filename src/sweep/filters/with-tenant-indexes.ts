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

/** They stand while `work` runs, with an attempt for each. Those that there is no room or no time for are left out. */
export async function withTenantIndexes(
  course: Course,
  tenant: Tenant,
  work: (attempts: readonly Attempt[]) => Promise<void>,
): Promise<void> {
  const lack = await roomFor(course, tenant)
  if (lack !== null) {
    leaveOut(course, `indexes for tenant ${tenant.tenant}: ${lack}`)
    return work([])
  }
  await withPartialIndexes(course, tenant, (partial) =>
    withPartition(course, tenant, (partition) => work([...partial, ...partition])),
  )
}

/**
 * They serve only a query whose condition names the tenant as the index does, so no policy and no generic plan, for which the
 * tenant is not known when it is planned.
 */
async function withPartialIndexes(
  course: Course,
  { tenant, share, isHot }: Tenant,
  work: (attempts: readonly Attempt[]) => Promise<void>,
): Promise<void> {
  const { table } = course
  if (!isHot) return work([])
  const condition = `tenant_id = ${tenant}`
  const attempts = await buildEach(course, table, share, condition, `_tenant${tenant}`, (name) => ({
    strategy: 'partial index',
    table,
    visible: [name],
    mustUse: name,
  }))
  try {
    await work(attempts)
  } finally {
    await dropIndexes(
      table,
      attempts.flatMap(({ visible }) => visible),
    )
  }
}

/** What is left to search is the tenant's, whichever way the planner takes. */
const withPartition = (
  course: Course,
  { tenant, share }: Tenant,
  work: (attempts: readonly Attempt[]) => Promise<void>,
): Promise<void> =>
  withTenantPartition(course.table, tenant, buildLimits(course).limitMs, async (copy) => {
    if (copy === null) {
      leaveOut(course, `partition of tenant ${tenant}: no time was left for the copy`)
      return work([])
    }
    const { parent, partition } = copy
    return work(
      await buildEach(course, partition, share, null, '', (name) => ({
        strategy: 'partition',
        table: parent,
        visible: [name],
        mustUse: null,
      })),
    )
  })

type Place = Pick<Attempt, 'strategy' | 'table' | 'visible' | 'mustUse'>

/** One of each tuned index, for this share of the rows. */
async function buildEach(
  course: Course,
  table: SearchedTable,
  share: number,
  condition: string | null,
  suffix: string,
  placeOf: (name: string) => Place,
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = []
  for (const one of course.tuned) {
    const { index, search } = scaledTo(one, share)
    const name = `${indexName(table.table, index, 1)}${suffix}`
    const outcome = await buildNamed(table, index, name, buildLimits(course), course.ports, condition)
    if (outcome.state === 'failed') leaveOut(course, `${placeOf(name).strategy} ${name}: ${outcome.reason}`)
    else attempts.push({ ...placeOf(name), planMode: 'custom', index, search })
  }
  return attempts
}
