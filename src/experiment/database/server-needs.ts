// What seeding and migrating will ask of a server.
import type { ServerNeeds } from '../../server/preflight/needs.js'
import type { SeedPlan } from './seed-plan.js'

/** For what is there whatever the scale: catalogs, indexes under construction, write-ahead log. */
const BASE_BYTES = 200 * 2 ** 20

export function serverNeeds({ dataset, scale }: SeedPlan, armKind: 'transactions' | 'clones'): ServerNeeds {
  const perRow = dataset.bytesPerMainRow * (armKind === 'clones' ? 2 : 1)
  return {
    extensions: Object.keys(dataset.extensions),
    diskBytes: BASE_BYTES + perRow * scale.mainRows,
    diskFix: `Free some, or take a smaller --scale: each row of ${dataset.mainTable} takes about ${Math.ceil(perRow / 1024)} kB`,
  }
}
