// Partitions by tenant, each with a vector index of its own: what is left to search is the tenant's, whichever way the
// planner takes. Left out where there is no room for the copy.
import { buildNamed, dropIndexes } from '../indexes/build-index.js'
import { indexName } from '../indexes/index-name.js'
import type { SearchedTable } from '../searched-table.js'
import type { TunedIndex } from '../tuned-index.js'
import { isLate, limitsNow, tryOut, type Course } from './course.js'
import { scaledTo } from './scaled-to.js'
import type { TenantCases } from './tenant-cases.js'
import { partitionBytes, withTenantPartitions, type TenantPartitions } from './tenant-partitions.js'

export async function tryPartitions(
  course: Course,
  table: SearchedTable,
  tenants: readonly TenantCases[],
  tuned: readonly TunedIndex[],
): Promise<void> {
  if (tenants.length === 0 || tuned.length === 0) return
  const reason = isLate(course)
    ? 'no time was left for them'
    : await lackOfRoom(course, table, tenants, tuned)
  if (reason !== null) {
    course.leftOut.push(`partitions by tenant: ${reason}`)
    return
  }
  const numbers = tenants.map(({ tenant }) => tenant)
  await withTenantPartitions(table, numbers, async (partitions) => {
    for (const one of tuned) {
      for (const owned of tenants) await tryPartition(course, partitions, owned, one)
    }
  })
}

async function tryPartition(
  course: Course,
  { parent, partitionOf }: TenantPartitions,
  { tenant, share, cases }: TenantCases,
  tuned: TunedIndex,
): Promise<void> {
  const { index, search } = scaledTo(tuned, share)
  const partition = partitionOf(tenant)
  const name = indexName(partition.table, index, 1)
  const outcome = isLate(course)
    ? null
    : await buildNamed(partition, index, name, limitsNow(course), course.ports, null)
  if (outcome === null || outcome.state === 'failed') {
    course.leftOut.push(`partition with ${name}: ${outcome?.reason ?? 'no time was left for it'}`)
    return
  }
  try {
    for (const chosen of cases) {
      await tryOut(course, chosen, {
        strategy: 'partition',
        planMode: 'custom',
        table: parent,
        index,
        search,
        // The parent has no index, and what stands on a partition is not hidden.
        visible: [],
        mustUse: null,
      })
    }
  } finally {
    await dropIndexes(partition, [name])
  }
}

async function lackOfRoom(
  { options }: Course,
  table: SearchedTable,
  tenants: readonly TenantCases[],
  tuned: readonly TunedIndex[],
): Promise<string | null> {
  const share = tenants.reduce((sum, one) => sum + one.share, 0)
  let bytes = 0
  for (const { index } of tuned) {
    bytes = Math.max(bytes, await partitionBytes(table, share, indexName(table.table, index, 1)))
  }
  if (bytes <= options.diskBytes) return null
  const megabytes = (size: number): string => `${Math.ceil(size / 2 ** 20)} MB`
  return `a copy takes about ${megabytes(bytes)}, and ${megabytes(options.diskBytes)} of disk are left`
}
