// One column of a table, written row by row into a binary COPY stream. What repeats is encoded once, in front of the rows,
// and then only copied: the encoder must stay far under the 2 µs that the server needs for a row.
import type { Column, ColumnSource, ColumnValue, TextParts } from '../model/dataset.js'
import type { ByteWriter } from './byte-writer.js'
import { DRAWN_WRITERS } from './copy-drawn.js'
import { fieldWriter } from './copy-field.js'
import type { ColumnWriter } from './field-writer.js'

/** Writes the pools of the column at once: keep() them before the first row. */
export function columnWriter(out: ByteWriter, column: Column, source: ColumnSource): ColumnWriter {
  const write = contentWriter(out, column, source.content)
  const { nullShare } = source
  if (nullShare === 0) return write
  return (row, random) => {
    if (random.chance(nullShare)) out.int32(-1)
    else write(row, random)
  }
}

function contentWriter(out: ByteWriter, column: Column, content: ColumnSource['content']): ColumnWriter {
  switch (content.kind) {
    case 'drawn': {
      const { draw } = content
      const write = valueWriter(out, column)
      const drawnWriter = DRAWN_WRITERS[column.type]
      if (drawnWriter !== undefined) return drawnWriter(out, draw, write)
      return (row, random) => write(draw(row, random), row)
    }
    case 'pooled': {
      const write = valueWriter(out, column)
      const copy = pool(out, column, content.pool, (value) => write(value, 0))
      return (row, random) => copy(content.pick(row, random))
    }
    case 'composed':
      return textWriter(out, column, content)
    case 'filled': {
      const write = valueWriter(out, column)
      const vector = new Float32Array(content.dimensions)
      return (row, random) => {
        content.fillIn(vector, row, random)
        write(vector, row)
      }
    }
  }
}

function valueWriter(out: ByteWriter, column: Column): (value: ColumnValue, row: number) => void {
  const write = fieldWriter(column)
  return (value, row) => {
    const expected = value === null ? out.int32(-1) : write(out, value)
    if (expected !== undefined) throw misfit(column, value, expected, row)
  }
}

function textWriter(
  out: ByteWriter,
  column: Column,
  { parts, compose }: Extract<ColumnSource['content'], { kind: 'composed' }>,
): ColumnWriter {
  const copy = pool(out, column, parts, (part) => out.text(part))
  let current = 0
  const text: TextParts = {
    part: copy,
    add: (added) => {
      if (added.includes('\0')) throw misfit(column, added, 'a text without NUL characters', current)
      out.text(added)
    },
  }
  const isJsonb = column.type === 'jsonb'
  return (row, random) => {
    current = row
    const at = out.reserveLength()
    if (isJsonb) out.int8(JSONB_VERSION)
    compose(row, random, text)
    out.patchLength(at)
  }
}

const JSONB_VERSION = 1

/** Writes all values now; returns what writes one of them again. */
function pool<T extends ColumnValue>(
  out: ByteWriter,
  column: Column,
  values: readonly T[],
  write: (value: T) => void,
): (index: number) => void {
  const ends = new Uint32Array(values.length + 1)
  ends[0] = out.length
  for (const [index, value] of values.entries()) {
    if (typeof value === 'string' && value.includes('\0'))
      throw misfit(column, value, 'a text without NUL characters', 0)
    write(value)
    ends[index + 1] = out.length
  }
  return (index) => {
    const [from, to] = [ends[index], ends[index + 1]]
    if (from === undefined || to === undefined)
      throw new RangeError(`column "${column.name}": no entry ${index} in a pool of ${values.length}`)
    out.copy(from, to)
  }
}

function misfit(column: Column, value: ColumnValue, expected: string, row: number): RangeError {
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value).slice(0, 40)
  return new RangeError(
    `column "${column.name}" (${column.type}) of row ${row + 1}: expected ${expected}, got ${shown}`,
  )
}
