// Rows as PostgreSQL's binary COPY format (PostgreSQL documentation, COPY, "Binary Format").
import type { Column, ColumnValue } from '../model/dataset.js'
import { ByteWriter } from './byte-writer.js'
import { fieldWriter } from './copy-field.js'
import type { FieldWriter } from './field-writer.js'

/** Signature, flags and length of the header extension. */
export const COPY_HEADER: Uint8Array = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
/** A field count of -1 ends the data. */
export const COPY_TRAILER: Uint8Array = Buffer.from([0xff, 0xff])

/** One chunk per row loads at a fifth of the speed of chunks of 64 KB and more: each is a message and a system call. */
const CHUNK_BYTES = 64 * 1024

/**
 * A whole binary COPY stream. Chunks are about 64 KB, hold whole rows, and may be kept.
 * Throws RangeError, naming column and row, for a value that its column cannot hold.
 */
export function* encodeCopyBinary(
  columns: readonly Column[],
  rows: Iterable<readonly ColumnValue[]>,
): Iterable<Uint8Array> {
  yield COPY_HEADER
  yield* encodeCopyRows(columns, rows)
  yield COPY_TRAILER
}

/** The rows alone, without header and trailer: the same bytes however the rows are cut into streams. */
export function* encodeCopyRows(
  columns: readonly Column[],
  rows: Iterable<readonly ColumnValue[]>,
): Iterable<Uint8Array> {
  const fields = columns.map((column) => ({ column, write: fieldWriter(column) }))
  const out = new ByteWriter(CHUNK_BYTES * 2)
  let row = 0
  for (const values of rows) {
    row += 1
    writeRow(out, fields, values, row)
    if (out.length >= CHUNK_BYTES) yield out.take()
  }
  if (out.length > 0) yield out.take()
}

interface Field {
  readonly column: Column
  readonly write: FieldWriter
}

function writeRow(
  out: ByteWriter,
  fields: readonly Field[],
  values: readonly ColumnValue[],
  row: number,
): void {
  if (values.length !== fields.length) {
    throw new RangeError(`row ${row} has ${values.length} values for ${fields.length} columns`)
  }
  out.int16(fields.length)
  for (let i = 0; i < fields.length; i++) {
    const value = values[i] as ColumnValue
    const field = fields[i] as Field
    if (value === null) {
      out.int32(-1)
      continue
    }
    const expected = field.write(out, value)
    if (expected !== undefined) throw new RangeError(describeMisfit(field.column, value, expected, row))
  }
}

function describeMisfit(column: Column, value: ColumnValue, expected: string, row: number): string {
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value).slice(0, 40)
  return `column "${column.name}" (${column.type}) of row ${row}: expected ${expected}, got ${shown}`
}
