// A small table of vectors on the embedded server, with queries that are none of its rows, and the exact neighbours by a
// computation of its own.
import { randomUUID } from 'node:crypto'
import { embeddingMixture } from '../../seeds/lib/embedding-mixture.js'
import { randomStream, type RandomStream } from '../../src/model/random.js'
import type { Neighbours } from '../../src/model/vectors/neighbours.js'
import type { Metric } from '../../src/model/vectors/vector-index.js'
import type { VectorItem, VectorSet } from '../../src/model/vectors/vector-set.js'
import type { Session } from '../../src/postgres/session.js'
import { NO_NEEDS } from '../../src/server/preflight/needs.js'
import { withServer, type ServerOptions } from '../../src/server/with-server.js'
import { loadItems, type LoadedItems } from '../../src/sweep/load-items.js'
import { TEST_CACHE } from './run-scenario.js'
import { matrixOf } from './vector-matrix.js'

export const ROWS = 2000
export const DIMENSIONS = 32
export const K = 10
const QUERIES = 25
const TENANTS = 20

export const now = (): number => Number(process.hrtime.bigint())

/** `tenantOf`: whose a row is, by its id; in turns unless told. */
export const smallVectors = (tenantOf = (id: number): number => (id % TENANTS) + 1): VectorSet => {
  const mixture = embeddingMixture(DIMENSIONS, randomStream(7, 'test/mixture'))
  const drawVector = (cluster: number, random: RandomStream): Float32Array => {
    const vector = new Float32Array(DIMENSIONS)
    mixture.fillVector(vector, cluster, random)
    return vector
  }
  const drawQueries = (name: string): Float32Array[] => {
    const random = randomStream(7, `test/${name}`)
    return Array.from({ length: QUERIES }, () => drawVector(mixture.drawCluster(random), random))
  }
  const items: VectorItem[] = []
  const random = randomStream(7, 'test/rows')
  for (let id = 1; id <= ROWS; id++) {
    const category = mixture.drawCluster(random)
    items.push({ id, tenant: tenantOf(id), category, vector: drawVector(category, random) })
  }
  const matrix = matrixOf(
    items.map(({ vector }) => vector),
    DIMENSIONS,
  )
  for (const [row, { tenant, category }] of items.entries()) {
    matrix.tenants[row] = tenant
    matrix.categories[row] = category
  }
  return {
    name: 'small',
    description: 'a mixture',
    dimensions: DIMENSIONS,
    rowCount: ROWS,
    rows: () => items,
    matrix,
    queries: { tuning: drawQueries('tuning'), reporting: drawQueries('reporting') },
  }
}

export interface SweepTable extends LoadedItems {
  readonly session: Session
  readonly vectors: VectorSet
}

/** Loaded anew for this piece of work, on the embedded server unless another is told. */
export const withSweepTable = <T>(
  work: (sweep: SweepTable) => Promise<T>,
  vectors: VectorSet = smallVectors(),
  server: ServerOptions = { kind: 'embedded', cacheFolder: TEST_CACHE },
): Promise<T> =>
  withServer(
    server,
    {
      runId: randomUUID(),
      needs: NO_NEEDS,
      seeds: null,
      signal: new AbortController().signal,
      now,
      note: () => {},
    },
    async ({ session, createRoles }) => {
      const { app = '' } = await createRoles(['app'])
      return work({ ...(await loadItems(session, vectors, app, () => {})), session, vectors })
    },
  )

/** By a loop over all rows that are allowed; `count` of each query. */
export const neighboursByLoop = (
  vectors: VectorSet,
  queries: readonly Float32Array[],
  metric: Metric,
  allowed: (item: VectorItem) => boolean = () => true,
  count = K,
): Neighbours[] => {
  const items = [...vectors.rows()].filter((item) => item.vector !== null && allowed(item))
  return queries.map((query) => {
    const near = items
      .map(({ id, vector }) => ({ id, distance: distance(query, vector ?? query, metric) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, count)
    return {
      ids: near.map(({ id }) => id),
      distances: near.map((one) => one.distance),
      matching: items.length,
    }
  })
}

function distance(a: Float32Array, b: Float32Array, metric: Metric): number {
  let [dot, squaresA, squaresB, squares] = [0, 0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0]
    dot += x * y
    squaresA += x * x
    squaresB += y * y
    squares += (x - y) ** 2
  }
  if (metric === 'l2') return Math.sqrt(squares)
  return metric === 'cosine' ? 1 - dot / Math.sqrt(squaresA * squaresB) : -dot
}
