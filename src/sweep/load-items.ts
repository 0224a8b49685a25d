// Loads vectors into the one table that every sweep searches, whatever their source.
import { createHash, type Hash } from 'node:crypto'
import { BLOCK_ROWS, type ColumnContent, type TableData } from '../model/dataset.js'
import { brokenError } from '../model/errors.js'
import { randomStream } from '../model/random.js'
import { vectorAt, type VectorMatrix } from '../model/vectors/vector-matrix.js'
import type { VectorSet } from '../model/vectors/vector-set.js'
import { blockEncoder, COPY_HEADER, COPY_TRAILER } from '../postgres/copy-binary.js'
import { quoteIdentifier } from '../postgres/identifiers.js'
import type { Session } from '../postgres/session.js'
import type { SearchedTable } from './searched-table.js'

export interface LoadedItems {
  readonly table: SearchedTable
  readonly rows: number
  /** SHA-256, hex, of the encoded rows: the same on every server. */
  readonly checksum: string
  /** Of the table with its TOAST, without indexes. */
  readonly sizeBytes: number
}

const TABLE = 'items'

/** `role`: the application's, which may read. Throws brokenError for a vector that pgvector cannot hold. */
export async function loadItems(
  session: Session,
  vectors: VectorSet,
  role: string,
  onProgress: (fraction: number, detail: string) => void,
): Promise<LoadedItems> {
  await session.script(`create table ${TABLE} (id bigint not null, tenant_id integer not null,
    category integer not null, embedding vector(${vectors.dimensions}))`)
  const table = tableOf(vectors.matrix)
  const { rowCount } = table
  const hash = createHash('sha256')
  const encode = blockEncoder(table)
  const sql = `copy ${TABLE} (${table.columns.map(({ name }) => name).join(', ')}) from stdin (format binary)`
  let loaded = 0
  // A COPY for each block: between two of them an abort is noticed.
  for (let block = 0; block * BLOCK_ROWS < rowCount; block++) {
    loaded += await session.copyIn(sql, explained(vectors.name, copyStream(encode(block), hash)))
    onProgress(loaded / rowCount, `${loaded} of ${rowCount} vectors`)
  }
  await session.script(`alter table ${TABLE} add primary key (id)`)
  await session.script(`grant select on ${TABLE} to ${quoteIdentifier(role)}`)
  await session.script(`vacuum (analyze) ${TABLE}`)
  const [size] = await session.query(`select pg_table_size('${TABLE}') as bytes`)
  return {
    table: { session, table: TABLE, role, dimensions: vectors.dimensions },
    rows: loaded,
    checksum: hash.digest('hex'),
    sizeBytes: Number(size?.['bytes']),
  }
}

/** Header and trailer stay out of the hash: it does not depend on the size of blocks. */
function* copyStream(chunks: Iterable<Uint8Array>, hash: Hash): Iterable<Uint8Array> {
  yield COPY_HEADER
  for (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
  yield COPY_TRAILER
}

function* explained(source: string, chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw brokenError(`${source}: ${error.message}.`, { cause: error })
  }
}

/** Nothing is drawn: the values are there. */
function tableOf(matrix: VectorMatrix): TableData {
  const { ids, tenants, categories, present, rowCount } = matrix
  const column = (type: 'bigint' | 'integer' | 'vector', draw: Draw) =>
    ({ format: { type }, nullShare: 0, content: { kind: 'drawn', draw } }) as const
  const columns = {
    id: column('bigint', (row) => ids[row] ?? null),
    tenant_id: column('integer', (row) => tenants[row] ?? null),
    category: column('integer', (row) => categories[row] ?? null),
    embedding: column('vector', (row) => (present[row] === 1 ? vectorAt(matrix, row) : null)),
  }
  const sources = Object.values(columns)
  const streams = sources.map((_, position) => randomStream(0, `items/${position}`))
  return {
    schema: 'public',
    table: TABLE,
    columns: Object.entries(columns).map(([name, { format }]) => ({ name, ...format })),
    rowCount,
    sources,
    streamsOf: () => streams,
    *rows() {
      for (let row = 0; row < rowCount; row++) yield sources.map(({ content }) => content.draw(row))
    },
  }
}

type Draw = (row: number) => ReturnType<Extract<ColumnContent, { kind: 'drawn' }>['draw']>
