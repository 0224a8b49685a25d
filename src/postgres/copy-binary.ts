// A table as PostgreSQL's binary COPY format (PostgreSQL documentation, COPY, "Binary Format").
import { BLOCK_ROWS, type TableData } from '../model/dataset.js'
import type { RandomStream } from '../model/random.js'
import { ByteWriter } from './byte-writer.js'
import { columnWriter } from './copy-column.js'
import type { ColumnWriter } from './field-writer.js'

/** Signature, flags and length of the header extension. */
export const COPY_HEADER: Uint8Array = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
/** A field count of -1 ends the data. */
export const COPY_TRAILER: Uint8Array = Buffer.from([0xff, 0xff])

/** One chunk per row loads at a fifth of the speed of chunks of 64 KB and more: each is a message and a system call. */
const CHUNK_BYTES = 128 * 1024

/** Rows of a block, in whole rows. A chunk is overwritten when the next is asked for. Throws RangeError for a misfit. */
export type BlockEncoder = (block: number) => Iterable<Uint8Array>

/** Encodes the pools of the table; then any of its blocks, without header and trailer, one at a time. */
export function blockEncoder(table: TableData): BlockEncoder {
  const out = new ByteWriter(CHUNK_BYTES * 2)
  const writers = table.columns.map((column, i) => {
    const source = table.sources[i]
    if (source === undefined) throw new RangeError(`column "${column.name}" has no source`)
    return columnWriter(out, column, source)
  })
  out.keep()
  return (block) => encodeRows(out, writers, table.streamsOf(block), block * BLOCK_ROWS, table.rowCount)
}

function* encodeRows(
  out: ByteWriter,
  writers: readonly ColumnWriter[],
  streams: readonly RandomStream[],
  first: number,
  rowCount: number,
): Iterable<Uint8Array> {
  const end = Math.min(rowCount, first + BLOCK_ROWS)
  for (let row = first; row < end; row++) {
    out.int16(writers.length)
    for (let i = 0; i < writers.length; i++) (writers[i] as ColumnWriter)(row, streams[i] as RandomStream)
    if (out.pending >= CHUNK_BYTES) yield out.take()
  }
  if (out.pending > 0) yield out.take()
}
