// What writes a field of a binary COPY row: its length, then the bytes that the receive function of its type reads.
import type { ColumnValue } from '../model/dataset.js'
import type { RandomStream } from '../model/random.js'
import type { ByteWriter } from './byte-writer.js'

/** Writes the value, or returns what was expected instead of it. */
export type FieldWriter = (out: ByteWriter, value: Exclude<ColumnValue, null>) => string | undefined

/** Makes and writes the value of a row. Throws RangeError, naming column and row, for one that the column cannot hold. */
export type ColumnWriter = (row: number, random: RandomStream) => void
