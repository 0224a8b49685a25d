// One field of a binary COPY row, by column type: int32 length, then the bytes that the type's receive function reads.
// Layouts: PostgreSQL's "COPY: Binary Format" and src/backend/utils/adt/*recv; pgvector's vector_recv.
import type { ColumnFormat, ColumnType, ColumnValue } from '../model/dataset.js'
import type { ByteWriter } from './byte-writer.js'
import { numericWriter } from './copy-numeric.js'
import type { FieldWriter } from './field-writer.js'

export const fieldWriter = (format: ColumnFormat): FieldWriter =>
  format.type === 'numeric' ? numericWriter(format.scale) : FIELD_WRITERS[format.type]

const FIELD_WRITERS: Readonly<Record<Exclude<ColumnType, 'numeric'>, FieldWriter>> = {
  boolean: writeBoolean,
  smallint: integerWriter(-0x8000, 0x7fff, (out, value) => {
    out.int32(2)
    out.int16(value)
  }),
  integer: integerWriter(-0x8000_0000, 0x7fff_ffff, (out, value) => out.int32Field(value)),
  bigint: integerWriter(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, (out, value) =>
    out.int64Field(value),
  ),
  double: writeDouble,
  text: writeText,
  jsonb: writeJsonb,
  timestamptz: writeTimestamp,
  date: writeDate,
  uuid: writeUuid,
  vector: writeVector,
}

const MS_FROM_1970_TO_2000 = 946_684_800_000
const MS_OF_DAY = 86_400_000
/** PostgreSQL's dates go back to 4713 BC. */
const DAYS_LIMIT = 1_826_000
const JSONB_VERSION = 1
/** pgvector's VECTOR_MAX_DIM. */
const MAXIMUM_DIMENSIONS = 16_000
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function integerWriter(
  lowest: number,
  highest: number,
  write: (out: ByteWriter, value: number) => void,
): FieldWriter {
  const expected = `an integer from ${lowest} to ${highest}`
  return (out, value) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < lowest || value > highest)
      return expected
    write(out, value)
    return undefined
  }
}

function writeBoolean(out: ByteWriter, value: ColumnValue): string | undefined {
  if (typeof value !== 'boolean') return 'true or false'
  out.booleanField(value)
  return undefined
}

function writeDouble(out: ByteWriter, value: ColumnValue): string | undefined {
  if (typeof value !== 'number') return 'a number'
  out.int32(8)
  out.float64(value)
  return undefined
}

function writeText(out: ByteWriter, value: ColumnValue): string | undefined {
  if (typeof value !== 'string' || value.includes('\0')) return 'a text without NUL characters'
  const at = out.reserveLength()
  out.text(value)
  out.patchLength(at)
  return undefined
}

function writeJsonb(out: ByteWriter, value: ColumnValue): string | undefined {
  if (typeof value !== 'string' || value === '' || value.includes('\0')) return 'JSON text'
  const at = out.reserveLength()
  out.int8(JSONB_VERSION)
  out.text(value)
  out.patchLength(at)
  return undefined
}

function writeTimestamp(out: ByteWriter, value: ColumnValue): string | undefined {
  const micros = timestampMicros(value)
  if (!Number.isSafeInteger(micros)) return 'whole milliseconds since 1970, between the years 1715 and 2285'
  out.int64Field(micros)
  return undefined
}

/** Microseconds since 2000; no safe integer for what is no whole number of milliseconds, or out of range. */
export const timestampMicros = (value: ColumnValue): number =>
  typeof value === 'number' && Number.isInteger(value) ? (value - MS_FROM_1970_TO_2000) * 1000 : NaN

function writeDate(out: ByteWriter, value: ColumnValue): string | undefined {
  const days = typeof value === 'number' ? Math.floor((value - MS_FROM_1970_TO_2000) / MS_OF_DAY) : NaN
  if (!(Math.abs(days) <= DAYS_LIMIT)) return 'milliseconds since 1970, within 5,000 years of 2000'
  out.int32Field(days)
  return undefined
}

function writeUuid(out: ByteWriter, value: ColumnValue): string | undefined {
  if (typeof value !== 'string' || !UUID.test(value)) return 'a UUID of 32 hexadecimal digits with hyphens'
  out.int32(16)
  out.hex(value.replaceAll('-', ''))
  return undefined
}

function writeVector(out: ByteWriter, value: ColumnValue): string | undefined {
  const expected = `a Float32Array of 1 to ${MAXIMUM_DIMENSIONS} finite numbers`
  if (!(value instanceof Float32Array) || value.length === 0 || value.length > MAXIMUM_DIMENSIONS)
    return expected
  out.int32(4 + value.length * 4)
  out.int16(value.length)
  out.int16(0)
  return out.float32s(value) ? undefined : expected
}
