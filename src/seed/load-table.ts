// One table into the database: binary COPY in few large pieces, hashed on the way.
import { createHash, type Hash } from 'node:crypto'
import { BLOCK_ROWS, type TableData } from '../model/dataset.js'
import { brokenError } from '../model/errors.js'
import { blockEncoder, COPY_HEADER, COPY_TRAILER, type BlockEncoder } from '../postgres/copy-binary.js'
import { quoteIdentifier, quoteQualified } from '../postgres/identifiers.js'
import type { Session } from '../postgres/session.js'
import { shownName } from './shown-name.js'

/** A COPY ends with the block that makes it this large: the embedded server holds all of one in memory. */
const COPY_BYTES = 32 * 2 ** 20

/**
 * `onRows` is told of each block on its way; what it throws ends the load. Returns the SHA-256, hex, of the encoded rows:
 * headers and trailers stay out of it, so it does not depend on how they are cut into COPYs.
 */
export async function loadTable(
  session: Session,
  table: TableData,
  onRows: (rows: number) => void,
): Promise<string> {
  const hash = createHash('sha256')
  const isFrozen = await canFreeze(session, table)
  const sql = copyStatement(table, isFrozen)
  const encode = blockEncoder(table)
  if (isFrozen) await session.script(`begin; truncate ${quoteQualified(table.schema, table.table)}`)
  const blocks = Math.ceil(table.rowCount / BLOCK_ROWS)
  for (let block = 0; block < blocks;) {
    const piece = { block, blocks, bytes: 0 }
    const copied = await session.copyIn(sql, copyStream(table, encode, piece, hash, onRows))
    const sent = rowsBetween(table, block, piece.block)
    if (copied !== sent) throw miscount(table, `COPY loaded ${copied} of ${sent} rows`)
    block = piece.block
  }
  if (isFrozen) await session.script('commit')
  return hash.digest('hex')
}

/**
 * Rows that go in frozen need no VACUUM to visit them again. For that the table must be emptied in the same transaction,
 * which a table that others refer to cannot be; and a partitioned one takes no FREEZE.
 */
async function canFreeze(session: Session, { schema, table }: TableData): Promise<boolean> {
  const [row] = await session.query(FREEZABLE, [quoteQualified(schema, table)])
  return row?.['freezable'] === 't'
}

const FREEZABLE = `
select c.relkind = 'r' and not exists (select from pg_constraint where contype = 'f' and confrelid = c.oid) as freezable
from pg_class c where c.oid = $1::regclass`

function copyStatement({ schema, table, columns }: TableData, isFrozen: boolean): string {
  const names = columns.map((column) => quoteIdentifier(column.name)).join(', ')
  const options = isFrozen ? 'FORMAT binary, FREEZE' : 'FORMAT binary'
  return `COPY ${quoteQualified(schema, table)} (${names}) FROM STDIN (${options})`
}

/** The next block to load, of how many, and the bytes of this COPY so far. */
interface Piece {
  block: number
  readonly blocks: number
  bytes: number
}

function* copyStream(
  table: TableData,
  encode: BlockEncoder,
  piece: Piece,
  hash: Hash,
  onRows: (rows: number) => void,
): Iterable<Uint8Array> {
  yield COPY_HEADER
  while (piece.block < piece.blocks && piece.bytes < COPY_BYTES) {
    for (const chunk of explained(table, encode(piece.block))) {
      hash.update(chunk)
      piece.bytes += chunk.length
      yield chunk
    }
    onRows(rowsBetween(table, piece.block, piece.block + 1))
    piece.block += 1
  }
  yield COPY_TRAILER
}

function* explained(table: TableData, chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw brokenError(`Table "${shownName(table)}": ${error.message}.`, {
      hint: 'The generator of the dataset made a value that its column cannot hold: correct it in seeds/.',
      cause: error,
    })
  }
}

const rowsBetween = ({ rowCount }: TableData, fromBlock: number, toBlock: number): number =>
  Math.min(rowCount, toBlock * BLOCK_ROWS) - fromBlock * BLOCK_ROWS

const miscount = (table: TableData, problem: string): Error =>
  brokenError(`Seeding table "${shownName(table)}" went wrong: ${problem}.`, {
    hint: 'Is something else writing to this database?',
  })
