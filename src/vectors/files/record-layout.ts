// The layout of a file without a header: as many records as it is long.
import { checkDimensions } from './check-dimensions.js'
import { COMPONENTS, type ComponentType } from './components.js'
import { fileError } from './file-error.js'
import type { FileLayout } from './layout.js'
import type { OpenFile } from './vector-file.js'

/** .fvecs and .bvecs: every vector after its number of components, as int32. Throws usageError. */
export async function vecsLayout(file: OpenFile, component: ComponentType): Promise<FileLayout> {
  if (file.size < 4) throw emptyFile(file)
  const dimensions = (await file.read(0, 4)).readInt32LE(0)
  checkDimensions(
    file.path,
    0,
    dimensions,
    'Is the file of this format? Each vector begins with its number of components, a little-endian int32.',
  )
  return recordLayout(file, { dimensions, component, lead: 4 })
}

/** Raw float32: nothing but components. Throws usageError. */
export function rawLayout(file: OpenFile, dimensions: number | null): FileLayout {
  if (dimensions === null) {
    throw fileError({
      path: file.path,
      offset: 0,
      problem: 'a raw file does not say how many dimensions its vectors have',
      hint: 'Give the number of dimensions as well.',
    })
  }
  checkDimensions(file.path, 0, dimensions, 'Give the dimensions of the vectors in the file.')
  return recordLayout(file, { dimensions, component: 'float32', lead: 0 })
}

function recordLayout(
  file: OpenFile,
  { dimensions, component, lead }: Pick<FileLayout, 'dimensions' | 'component' | 'lead'>,
): FileLayout {
  if (file.size === 0) throw emptyFile(file)
  const recordBytes = lead + dimensions * COMPONENTS[component].bytes
  const rowCount = Math.floor(file.size / recordBytes)
  const rest = file.size % recordBytes
  if (rest > 0) {
    throw fileError({
      path: file.path,
      offset: rowCount * recordBytes,
      problem: `the file ends ${rest} bytes into a vector: ${dimensions} dimensions take ${recordBytes} bytes, and it has ${file.size}`,
      hint:
        lead === 0
          ? 'Check the number of dimensions, or copy the file again.'
          : 'The file is cut short, or its vectors differ in dimensions: copy or write it again.',
    })
  }
  return { start: 0, rowCount, dimensions, component, lead }
}

const emptyFile = ({ path, size }: OpenFile): Error =>
  fileError({
    path,
    offset: size,
    problem: `the file has ${size} bytes, which is not one vector`,
    hint: 'Give a file that holds vectors.',
  })
