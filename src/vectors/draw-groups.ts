// Tenants and categories for vectors that come without: by clusters around some of the vectors.
import { randomStream } from '../model/random.js'
import { vectorAt, type VectorMatrix } from '../model/vectors/vector-matrix.js'
import { CATEGORIES, drawCategory } from './draw-category.js'
import { exactNeighbours } from './exact/exact-neighbours.js'
import type { FoundVectors } from './found-vectors.js'
import { leaningTenants } from './leaning-tenants.js'
import type { RowGroups } from './row-groups.js'

/** Of as many clusters as there are categories. */
const FAVOURITES = 2

export async function drawGroups(found: FoundVectors, seed: number): Promise<RowGroups> {
  const clusters = await nearestPivots(found, seed)
  const rowCount = clusters.length
  const random = randomStream(seed, 'vectors/groups')
  const plan = leaningTenants({
    seed,
    rowCount,
    favourites: FAVOURITES,
    drawAnyCluster: (random) => clusters[random.below(rowCount)] ?? 0,
  })
  return {
    tenants: Int32Array.from(clusters, (cluster) => 1 + plan.drawTenantOf(cluster, random)),
    categories: Int32Array.from(clusters, (cluster) => drawCategory(cluster, random)),
  }
}

/** By row: which of some vectors, drawn from all of them, is the nearest. A NULL goes to the first. */
async function nearestPivots(found: FoundVectors, seed: number): Promise<Int32Array> {
  const { dimensions, values, present } = found
  const vectorOf = (row: number): Float32Array => values.subarray(row * dimensions, (row + 1) * dimensions)
  const rows = [...present.keys()].filter((row) => present[row] === 1)
  const pivots = randomStream(seed, 'vectors/pivots').shuffle(rows).slice(0, CATEGORIES)
  const nearest = await exactNeighbours(
    pivotMatrix(pivots.map(vectorOf), dimensions),
    rows.map(vectorOf),
    1,
    'l2',
    null,
  )
  const clusters = new Int32Array(present.length)
  for (const [place, row] of rows.entries()) clusters[row] = nearest[place]?.ids[0] ?? 0
  return clusters
}

function pivotMatrix(pivots: readonly Float32Array[], dimensions: number): VectorMatrix {
  const rowCount = pivots.length
  const matrix: VectorMatrix = {
    rowCount,
    dimensions,
    values: new Float32Array(rowCount * dimensions),
    present: new Uint8Array(rowCount).fill(1),
    ids: Float64Array.from({ length: rowCount }, (_, pivot) => pivot),
    tenants: new Int32Array(rowCount),
    categories: new Int32Array(rowCount),
  }
  for (const [row, pivot] of pivots.entries()) vectorAt(matrix, row).set(pivot)
  return matrix
}
