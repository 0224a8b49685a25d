// What a column of a generated table holds, by type. A function of a column is given its row, counted from 0, and the
// column's random stream.
import type {
  ColumnFormat,
  ColumnSource,
  ColumnType,
  ColumnValue,
  TextParts,
} from '../../src/model/dataset.js'
import type { RandomStream } from '../../src/model/random.js'
import { hashInteger } from './hash-integer.js'

/** NULL where it gives null. */
type Draw<T> = (row: number, random: RandomStream) => T | null
type PlainType = Exclude<ColumnType, 'numeric'>

/** 1, 2, 3 … */
export const serial = (type: 'integer' | 'bigint' = 'integer'): ColumnSource =>
  drawn({ type }, (row) => row + 1)

export const boolean = (draw: Draw<boolean>): ColumnSource => drawn({ type: 'boolean' }, draw)
export const smallint = (draw: Draw<number>): ColumnSource => drawn({ type: 'smallint' }, draw)
export const integer = (draw: Draw<number>): ColumnSource => drawn({ type: 'integer' }, draw)
/** Up to 2^53. */
export const bigint = (draw: Draw<number>): ColumnSource => drawn({ type: 'bigint' }, draw)
/** Whole numbers in units of 10^-scale: numeric(2, () => 1999) is 19.99. */
export const numeric = (scale: number, draw: Draw<number>): ColumnSource =>
  drawn({ type: 'numeric', scale }, draw)
export const text = (draw: Draw<string>): ColumnSource => drawn({ type: 'text' }, draw)
/** JSON text. */
export const jsonb = (draw: Draw<string>): ColumnSource => drawn({ type: 'jsonb' }, draw)
export const uuid = (draw: Draw<string>): ColumnSource => drawn({ type: 'uuid' }, draw)
/** Whole milliseconds since 1970. */
export const timestamptz = (draw: Draw<number>): ColumnSource => drawn({ type: 'timestamptz' }, draw)
/** Milliseconds since 1970, of which the day (UTC) counts. */
export const date = (draw: Draw<number>): ColumnSource => drawn({ type: 'date' }, draw)
/** `fillIn` sets every component: one array serves all rows, as an array for each would cost more than what is in it. */
export const vector = (
  dimensions: number,
  fillIn: (vector: Float32Array, row: number, random: RandomStream) => void,
): ColumnSource => ({
  format: { type: 'vector' },
  nullShare: 0,
  content: { kind: 'filled', dimensions, fillIn },
})

/** Values that are encoded once and then copied: the fast way for what repeats. Drawn evenly unless told. */
export function pooled(
  type: PlainType,
  pool: readonly ColumnValue[],
  pick: (row: number, random: RandomStream) => number = (_, random) => random.below(pool.length),
): ColumnSource {
  return { format: { type }, nullShare: 0, content: { kind: 'pooled', pool, pick } }
}

/** Texts put together of parts that are encoded once: the fast way for what never repeats as a whole. */
export const composed = (
  type: 'text' | 'jsonb',
  parts: readonly string[],
  compose: (row: number, random: RandomStream, text: TextParts) => void,
): ColumnSource => ({ format: { type }, nullShare: 0, content: { kind: 'composed', parts, compose } })

/** That share of the rows, 0 to 1, has NULL. */
export const nullable = (share: number, source: ColumnSource): ColumnSource => ({
  ...source,
  nullShare: share,
})

/** The UUID (version 4) of a row: whoever refers to the row makes it anew instead of remembering it. */
export function rowUuid(namespace: string, row: number): string {
  const seed = hashText(namespace)
  const word = (index: number): string =>
    hashInteger(seed + index, row)
      .toString(16)
      .padStart(8, '0')
  const [a, b, c] = [word(0), word(1), word(2)]
  const variant = '89ab'[parseInt(c.charAt(0), 16) & 3] ?? '8'
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${word(3)}`
}

const drawn = (format: ColumnFormat, draw: Draw<ColumnValue>): ColumnSource => ({
  format,
  nullShare: 0,
  content: { kind: 'drawn', draw },
})

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let bits = 0x811c9dc5
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193)
  return bits
}
