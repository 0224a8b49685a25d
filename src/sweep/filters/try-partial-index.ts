// A partial index for a hot tenant: an index of its own, built, searched and dropped. It serves only a query whose condition
// names the tenant as the index does, so no policy and no generic plan, for which the tenant is not known when it is planned.
import { buildNamed, dropIndexes } from '../indexes/build-index.js'
import { indexName } from '../indexes/index-name.js'
import type { SearchedTable } from '../searched-table.js'
import type { TunedIndex } from '../tuned-index.js'
import { isLate, limitsNow, tryOut, type Course } from './course.js'
import { scaledTo } from './scaled-to.js'
import type { TenantCases } from './tenant-cases.js'

export async function tryPartialIndex(
  course: Course,
  table: SearchedTable,
  { tenant, share, cases }: TenantCases,
  tuned: readonly TunedIndex[],
): Promise<void> {
  const { ports } = course
  for (const one of tuned) {
    const { index, search } = scaledTo(one, share)
    const name = `${indexName(table.table, index, 1)}_tenant${tenant}`
    if (isLate(course)) {
      course.leftOut.push(`partial index ${name}: no time was left for it`)
      continue
    }
    const outcome = await buildNamed(table, index, name, limitsNow(course), ports, `tenant_id = ${tenant}`)
    if (outcome.state === 'failed') {
      course.leftOut.push(`partial index ${name}: ${outcome.reason}`)
      continue
    }
    try {
      for (const chosen of cases) {
        await tryOut(course, chosen, {
          strategy: 'partial index',
          planMode: 'custom',
          table,
          index,
          search,
          visible: [name],
          mustUse: name,
        })
      }
    } finally {
      await dropIndexes(table, [name])
    }
  }
}
