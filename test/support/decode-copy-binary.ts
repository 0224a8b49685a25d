// Reads a binary COPY stream back into rows, to check the encoder by another way than its own.
import type { ColumnFormat, ColumnType, ColumnValue } from '../../src/model/dataset.js'

const READERS: Readonly<Record<Exclude<ColumnType, 'numeric'>, (bytes: Buffer) => ColumnValue>> = {
  boolean: (bytes) => bytes.readInt8() === 1,
  smallint: (bytes) => bytes.readInt16BE(),
  integer: (bytes) => bytes.readInt32BE(),
  bigint: (bytes) => Number(bytes.readBigInt64BE()),
  double: (bytes) => bytes.readDoubleBE(),
  text: (bytes) => bytes.toString('utf8'),
  jsonb: (bytes) => bytes.subarray(1).toString('utf8'),
  timestamptz: (bytes) => Number(bytes.readBigInt64BE() / 1000n) + Date.UTC(2000, 0, 1),
  date: (bytes) => bytes.readInt32BE() * 86_400_000 + Date.UTC(2000, 0, 1),
  uuid: (bytes) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  vector: (bytes) =>
    Float32Array.from({ length: bytes.readInt16BE() }, (_, dimension) =>
      bytes.readFloatBE(4 + dimension * 4),
    ),
}

const HEADER_BYTES = 19

export function decodeCopyBinary(
  columns: readonly ColumnFormat[],
  chunks: Iterable<Uint8Array>,
): ColumnValue[][] {
  const bytes = Buffer.concat([...chunks])
  const rows: ColumnValue[][] = []
  let at = HEADER_BYTES
  for (let fields = bytes.readInt16BE(at); fields !== -1; fields = bytes.readInt16BE(at)) {
    if (fields !== columns.length) throw new Error(`row ${rows.length} has ${fields} fields`)
    at += 2
    const row: ColumnValue[] = []
    for (const column of columns) {
      const length = bytes.readInt32BE(at)
      at += 4
      row.push(length === -1 ? null : readField(column, bytes.subarray(at, at + length)))
      at += Math.max(0, length)
    }
    rows.push(row)
  }
  if (at + 2 !== bytes.length) throw new Error(`${bytes.length - at - 2} bytes follow the trailer`)
  return rows
}

const readField = (format: ColumnFormat, bytes: Buffer): ColumnValue =>
  format.type === 'numeric' ? readNumeric(format.scale, bytes) : READERS[format.type](bytes)

/** By BigInt and positions, another way than the encoder's. */
function readNumeric(scale: number, bytes: Buffer): number {
  const [count, weight] = [bytes.readInt16BE(0), bytes.readInt16BE(2)]
  if (bytes.readInt16BE(6) !== scale) throw new Error(`scale ${bytes.readInt16BE(6)} instead of ${scale}`)
  let units = 0n
  for (let i = 0; i < count; i++) {
    const exponent = (weight - i) * 4 + scale
    const digit = BigInt(bytes.readInt16BE(8 + 2 * i))
    units += exponent < 0 ? digit / 10n ** BigInt(-exponent) : digit * 10n ** BigInt(exponent)
  }
  return Number(bytes.readUInt16BE(4) === 0x4000 ? -units : units)
}
