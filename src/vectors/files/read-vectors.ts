// The vectors of a file, as one array of float32. Memory is that array and one piece of the file.
import { usageError } from '../../model/errors.js'
import type { VectorFile } from '../../model/vectors/vector-source.js'
import type { FoundVectors } from '../found-vectors.js'
import { COMPONENTS } from './components.js'
import { fileError } from './file-error.js'
import type { FileLayout } from './layout.js'
import { npyLayout } from './npy-layout.js'
import { rawLayout, vecsLayout } from './record-layout.js'
import { drawRows } from '../draw-rows.js'
import { withFile, type OpenFile } from './vector-file.js'

const PIECE_BYTES = 4 * 1024 * 1024

/** Throws usageError where the file is not what it should be, with the byte where that was seen. */
export async function readVectors(source: VectorFile, seed: number): Promise<FoundVectors> {
  return withFile(source.path, async (file) => {
    const layout = await layoutOf(file, source)
    const taken = drawRows(layout.rowCount, source.sample, seed)
    const values = allocate(source.path, taken.count * layout.dimensions)
    await fill(file, layout, taken.has, values)
    return {
      name: file.path.split(/[\\/]/).at(-1) ?? file.path,
      description: `${taken.count === layout.rowCount ? 'all' : `${taken.count} of the`} ${layout.rowCount} vectors of ${file.path} (${source.format}, ${layout.component}, ${layout.dimensions} dimensions)`,
      dimensions: layout.dimensions,
      values,
      present: new Uint8Array(taken.count).fill(1),
      groups: {},
    }
  })
}

function layoutOf(file: OpenFile, { format, dimensions }: VectorFile): Promise<FileLayout> | FileLayout {
  switch (format) {
    case 'fvecs':
      return vecsLayout(file, 'float32')
    case 'bvecs':
      return vecsLayout(file, 'uint8')
    case 'npy':
      return npyLayout(file)
    case 'raw':
      return rawLayout(file, dimensions)
  }
}

function allocate(path: string, length: number): Float32Array {
  try {
    return new Float32Array(length)
  } catch {
    const gigabytes = ((length * Float32Array.BYTES_PER_ELEMENT) / 2 ** 30).toFixed(1)
    throw usageError(`The vectors of ${path} need ${gigabytes} GB of memory, which there are not.`, {
      hint: 'Take a sample of them: fewer rows answer the same question.',
    })
  }
}

async function fill(
  file: OpenFile,
  layout: FileLayout,
  isTaken: (row: number) => boolean,
  values: Float32Array,
): Promise<void> {
  const recordBytes = layout.lead + layout.dimensions * COMPONENTS[layout.component].bytes
  const rowsAtOnce = Math.max(1, Math.floor(PIECE_BYTES / recordBytes))
  let filled = 0
  for (let first = 0; first < layout.rowCount; first += rowsAtOnce) {
    const offset = layout.start + first * recordBytes
    const rows = Math.min(rowsAtOnce, layout.rowCount - first)
    const piece = await file.read(offset, rows * recordBytes)
    if (piece.length < rows * recordBytes) throw shrunk(file, offset + piece.length)
    const view = new DataView(piece.buffer, piece.byteOffset, piece.length)
    for (let row = 0; row < rows; row++) {
      const place = { path: file.path, row: first + row, offset: offset + row * recordBytes }
      if (layout.lead === 4) checkLead(view, row * recordBytes, layout.dimensions, place)
      if (!isTaken(first + row)) continue
      decode(
        view,
        row * recordBytes + layout.lead,
        layout,
        values.subarray(filled, filled + layout.dimensions),
        place,
      )
      filled += layout.dimensions
    }
  }
}

/** Where a record is in the file. */
interface Place {
  readonly path: string
  readonly row: number
  readonly offset: number
}

function checkLead(view: DataView, at: number, dimensions: number, { path, row, offset }: Place): void {
  const found = view.getInt32(at, true)
  if (found === dimensions) return
  throw fileError({
    path,
    offset,
    problem: `vector ${row + 1} says it has ${found} dimensions, and the first has ${dimensions}`,
    hint: 'All vectors of a column have the same dimensions; or the file is damaged: write it again.',
  })
}

function decode(
  view: DataView,
  at: number,
  { component, lead }: FileLayout,
  into: Float32Array,
  { path, row, offset }: Place,
): void {
  const { bytes, read } = COMPONENTS[component]
  for (let i = 0; i < into.length; i++) {
    const value = read(view, at + i * bytes)
    into[i] = value
    if (Number.isFinite(into[i])) continue
    throw fileError({
      path,
      offset: offset + lead + i * bytes,
      problem: `component ${i + 1} of vector ${row + 1} is ${value}, which ${Number.isFinite(value) ? 'float32 cannot hold' : 'no vector may have'}`,
      hint: 'Leave such vectors out of the file: pgvector refuses them too.',
    })
  }
}

const shrunk = ({ path }: OpenFile, offset: number): Error =>
  fileError({
    path,
    offset,
    problem: 'the file ended here while it was read, and was longer before',
    hint: 'Is something writing to it? Wait until that is done.',
  })
