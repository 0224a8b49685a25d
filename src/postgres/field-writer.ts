// Writes one field of a binary COPY row: the length, then the bytes that the type's receive function reads.
import type { ColumnValue } from '../model/dataset.js'
import type { ByteWriter } from './byte-writer.js'

/** Writes the value, or returns what was expected instead of it. */
export type FieldWriter = (out: ByteWriter, value: Exclude<ColumnValue, null>) => string | undefined
