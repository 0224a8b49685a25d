import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomStream } from '../../src/model/random.js'
import { metricSchema, type Metric } from '../../src/model/vectors/vector-index.js'
import type { VectorSet } from '../../src/model/vectors/vector-set.js'
import type { VectorMatrix } from '../../src/model/vectors/vector-matrix.js'
import { openPglite, type PgliteDatabase } from '../../src/postgres/pglite.js'
import { pgliteSession } from '../../src/postgres/pglite-session.js'
import type { Session } from '../../src/postgres/session.js'
import { exactNeighbours } from '../../src/vectors/exact/exact-neighbours.js'
import { rowsWhere } from '../../src/vectors/exact/row-filter.js'
import { openVectors } from '../../src/vectors/open-vectors.js'
import { SENTENCE_VECTORS } from '../support/sentence-vectors.js'
import { copyStreamOf, tableOfRows } from '../support/table-of-rows.js'
import { drawVectors, matrixOf } from '../support/vector-matrix.js'

const OPERATOR: Readonly<Record<Metric, string>> = { cosine: '<=>', l2: '<->', 'inner product': '<#>' }
const K = 10

interface Answer {
  readonly ids: readonly number[]
  readonly distances: readonly number[]
}

describe('exactNeighbours against exact SQL of pgvector', () => {
  let database: PgliteDatabase
  let session: Session
  let sentences: VectorSet

  beforeAll(async () => {
    database = await openPglite(null)
    await database.exec('create extension vector')
    const { signal } = new AbortController()
    session = pgliteSession({ database, signal, now: () => Number(process.hrtime.bigint()) })
    sentences = await openVectors(SENTENCE_VECTORS, { seed: 1, tuningQueries: 20, reportingQueries: 30 })
    await load(session, 'sentences', sentences.matrix)
  })
  afterAll(() => database.close())

  const askSql = async (
    table: string,
    query: Float32Array,
    metric: Metric,
    condition = 'true',
  ): Promise<Answer> => {
    const distance = `embedding ${OPERATOR[metric]} $1::vector`
    const rows = await session.query(
      `select id, ${distance} as distance from ${table}
       where ${condition} and embedding is not null and ${distance} <> 'NaN' order by ${distance}, id limit ${K}`,
      [`[${query.join(',')}]`],
    )
    return {
      ids: rows.map(({ id }) => Number(id)),
      distances: rows.map(({ distance }) => Number(distance)),
    }
  }

  it.each(metricSchema.options)('finds the same real vectors: %s', async (metric) => {
    const queries = [...sentences.queries.tuning, ...sentences.queries.reporting]
    const found = await exactNeighbours(sentences.matrix, queries, K, metric, null)
    for (const [place, query] of queries.entries()) {
      expect(differences(found[place], await askSql('sentences', query, metric))).toEqual([])
      expect(found[place]?.matching).toBe(sentences.rowCount)
    }
  })

  it('finds the same under a filter, also when fewer than k pass', async () => {
    const queries = sentences.queries.reporting.slice(0, 10)
    for (const tenant of new Set(sentences.matrix.tenants)) {
      const allowed = rowsWhere(sentences.matrix, (item) => item.tenant === tenant)
      const found = await exactNeighbours(sentences.matrix, queries, K, 'cosine', allowed)
      for (const [place, query] of queries.entries()) {
        expect(
          differences(found[place], await askSql('sentences', query, 'cosine', `tenant_id = ${tenant}`)),
        ).toEqual([])
      }
      expect(found[0]?.matching).toBe(allowed.filter((byte) => byte === 1).length)
    }
  })

  it.each(metricSchema.options)(
    'agrees on NULLs, zeros, copies and lengths that differ: %s',
    async (metric) => {
      const random = randomStream(1, 'integration')
      const pool = drawVectors(120, 7, random).map((vector) =>
        vector.map((component) => component * 10 * random.next()),
      )
      const drawRow = (): Float32Array | null => {
        const kind = random.below(10)
        if (kind === 0) return null
        return kind === 1 ? new Float32Array(7) : (pool[random.below(120)] ?? null)
      }
      const matrix = matrixOf(Array.from({ length: 500 }, drawRow), 7)
      await session.script('drop table if exists mixed')
      await load(session, 'mixed', matrix)
      const queries = drawVectors(20, 7, random)
      const found = await exactNeighbours(matrix, queries, K, metric, null)
      for (const [place, query] of queries.entries()) {
        expect(differences(found[place], await askSql('mixed', query, metric))).toEqual([])
      }
    },
  )
})

/** pgvector sums in single precision. */
const PRECISION = 1e-5

/** None at recall 1 both ways: equal distances, and the same rows but for those that tie with the last. */
function differences(found: Answer | undefined, truth: Answer): string[] {
  const farther = truth.distances.flatMap((distance, place) =>
    Math.abs((found?.distances[place] ?? NaN) - distance) < PRECISION
      ? []
      : [`distance ${place}: ${found?.distances[place]} and not ${distance}`],
  )
  const last = truth.distances.at(-1) ?? 0
  const nearer = (answer: Answer | undefined): Set<number> =>
    new Set(answer?.ids.filter((_, place) => (answer.distances[place] ?? 0) < last - PRECISION))
  const [ours, theirs] = [nearer(found), nearer(truth)]
  const others = [...ours, ...theirs]
    .filter((id) => !ours.has(id) || !theirs.has(id))
    .map((id) => `row ${id}`)
  const count = found?.ids.length === truth.ids.length ? [] : [`${found?.ids.length} rows`]
  return [...count, ...farther, ...others]
}

async function load(session: Session, table: string, matrix: VectorMatrix): Promise<void> {
  await session.script(
    `create table ${table} (id bigint, tenant_id integer, embedding vector(${matrix.dimensions}))`,
  )
  const columns = [
    { name: 'id', type: 'bigint' },
    { name: 'tenant_id', type: 'integer' },
    { name: 'embedding', type: 'vector' },
  ] as const
  const rows = Array.from({ length: matrix.rowCount }, (_, row) => [
    matrix.ids[row] ?? 0,
    matrix.tenants[row] ?? 0,
    matrix.present[row] === 1
      ? matrix.values.slice(row * matrix.dimensions, (row + 1) * matrix.dimensions)
      : null,
  ])
  const copied = await session.copyIn(
    `copy ${table} from stdin (format binary)`,
    copyStreamOf(tableOfRows(table, columns, rows)),
  )
  expect(copied).toBe(matrix.rowCount)
}
