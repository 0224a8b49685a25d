// Loads vectors into the one table that every sweep searches, whatever their source.
import { createHash, type Hash } from 'node:crypto'
import type { Column, ColumnValue } from '../model/dataset.js'
import { brokenError } from '../model/errors.js'
import type { VectorItem, VectorSet } from '../model/vectors/vector-set.js'
import { COPY_HEADER, COPY_TRAILER, encodeCopyRows } from '../postgres/copy-binary.js'
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

const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'bigint' },
  { name: 'tenant_id', type: 'integer' },
  { name: 'category', type: 'integer' },
  { name: 'embedding', type: 'vector' },
]

/** Rows per COPY: between two of them an abort is noticed and progress is shown. */
const BATCH_ROWS = 5_000

/** `role`: the application's, which may read. Throws brokenError where the source gives other rows than it announced. */
export async function loadItems(
  session: Session,
  vectors: VectorSet,
  role: string,
  onProgress: (fraction: number, detail: string) => void,
): Promise<LoadedItems> {
  await session.script(`create table ${TABLE} (id bigint not null, tenant_id integer not null,
    category integer not null, embedding vector(${vectors.dimensions}))`)
  const hash = createHash('sha256')
  let loaded = 0
  for (const batch of batches(vectors.rows(), BATCH_ROWS)) {
    loaded += await copyBatch(session, vectors, batch, hash)
    onProgress(loaded / vectors.rowCount, `${loaded} of ${vectors.rowCount} vectors`)
  }
  if (loaded !== vectors.rowCount) {
    throw brokenError(`${vectors.name} announced ${vectors.rowCount} vectors and gave ${loaded}.`)
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

async function copyBatch(
  session: Session,
  { name }: VectorSet,
  batch: readonly VectorItem[],
  hash: Hash,
): Promise<number> {
  const sql = `copy ${TABLE} (${COLUMNS.map((column) => column.name).join(', ')}) from stdin (format binary)`
  try {
    return await session.copyIn(sql, hashedStream(batch, hash))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const from = batch[0]?.id ?? 0
    throw brokenError(`${name}, in the rows from id ${from} on: ${error.message}.`, { cause: error })
  }
}

/** Header and trailer stay out of the hash, so that it does not depend on the size of batches. */
function* hashedStream(batch: readonly VectorItem[], hash: Hash): Iterable<Uint8Array> {
  yield COPY_HEADER
  for (const chunk of encodeCopyRows(COLUMNS, batch.map(rowOf))) {
    hash.update(chunk)
    yield chunk
  }
  yield COPY_TRAILER
}

const rowOf = ({ id, tenant, category, vector }: VectorItem): readonly ColumnValue[] => [
  id,
  tenant,
  category,
  vector,
]

function* batches<T>(items: Iterable<T>, size: number): Iterable<readonly T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
