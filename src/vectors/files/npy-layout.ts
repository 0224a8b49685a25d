// NumPy's .npy: magic, version, length of the header, and the header itself, the text of a Python dictionary.
// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
import { checkDimensions } from './check-dimensions.js'
import { COMPONENTS, type ComponentType } from './components.js'
import { fileError } from './file-error.js'
import type { FileLayout } from './layout.js'
import type { OpenFile } from './vector-file.js'

const MAGIC = Buffer.from('\x93NUMPY', 'latin1')
/** Magic, two bytes of version, length of the header in the longer form. */
const LONGEST_PREFIX = 12
/** Far above any header of a plain array. */
const LONGEST_HEADER = 65_536

const COMPONENT_OF: Readonly<Record<string, ComponentType>> = {
  '<f2': 'float16',
  '<f4': 'float32',
  '<f8': 'float64',
}

const SAVE_AGAIN =
  "Write it again in NumPy: np.save('vectors.npy', np.ascontiguousarray(vectors, dtype='<f4')), two-dimensional."

interface Header {
  readonly descr: string
  readonly fortranOrder: boolean
  readonly shape: readonly number[]
}

/** Throws usageError for what is no array of vectors. */
export async function npyLayout(file: OpenFile): Promise<FileLayout> {
  const { text, at, start } = await readHeader(file)
  const refuse = (problem: string): Error =>
    fileError({ path: file.path, offset: at, problem, hint: SAVE_AGAIN })
  const header = parseHeader(text)
  if (header === null) throw refuse(`the header is not one that NumPy writes: ${text.trim().slice(0, 120)}`)
  const component = Object.hasOwn(COMPONENT_OF, header.descr) ? COMPONENT_OF[header.descr] : undefined
  if (component === undefined) {
    throw refuse(`components are '${header.descr}'; read are '<f2', '<f4' and '<f8', little-endian floats`)
  }
  if (header.fortranOrder) throw refuse('the array is in Fortran order; read is C order, vector after vector')
  const [rowCount, dimensions] = header.shape
  if (header.shape.length !== 2 || rowCount === undefined || dimensions === undefined) {
    throw refuse(`the shape is (${header.shape.join(', ')}); vectors are an array of two dimensions`)
  }
  if (rowCount === 0) throw refuse('the array has no rows')
  checkDimensions(file.path, at, dimensions, SAVE_AGAIN)
  checkSize(file, start, rowCount * dimensions * COMPONENTS[component].bytes)
  return { start, rowCount, dimensions, component, lead: 0 }
}

async function readHeader(file: OpenFile): Promise<{ text: string; at: number; start: number }> {
  const prefix = await file.read(0, LONGEST_PREFIX)
  const refuse = (offset: number, problem: string): Error =>
    fileError({ path: file.path, offset, problem, hint: SAVE_AGAIN })
  if (!prefix.subarray(0, MAGIC.length).equals(MAGIC)) {
    const found = prefix.subarray(0, MAGIC.length).toString('hex')
    throw refuse(
      0,
      `an .npy file begins with ${MAGIC.toString('hex')} (\\x93NUMPY), and this one with "${found}"`,
    )
  }
  if (prefix.length < LONGEST_PREFIX) throw refuse(prefix.length, 'the file ends within its header')
  const version = prefix.readUInt8(6)
  if (version < 1 || version > 3) throw refuse(6, `format version ${version}; read are 1, 2 and 3`)
  const at = version === 1 ? 10 : 12
  const length = version === 1 ? prefix.readUInt16LE(8) : prefix.readUInt32LE(8)
  if (length > LONGEST_HEADER) throw refuse(8, `a header of ${length} bytes; no array of vectors needs one`)
  const bytes = await file.read(at, length)
  if (bytes.length < length) throw refuse(at + bytes.length, 'the file ends within its header')
  return { text: bytes.toString('latin1'), at, start: at + length }
}

const HEADER = /^\{(.*)\}\s*$/s
const ENTRY = /\s*'(descr|fortran_order|shape)'\s*:\s*('[^']*'|True|False|\([\d\s,]*\))\s*(?:,|$)/y

/** Null for any other text than the three entries, each once. */
function parseHeader(text: string): Header | null {
  const body = HEADER.exec(text)?.[1]?.trim()
  if (body === undefined) return null
  const entries = new Map<string, string>()
  ENTRY.lastIndex = 0
  for (let end = 0; end < body.length; end = ENTRY.lastIndex) {
    const [, key, value] = ENTRY.exec(body) ?? []
    if (key === undefined || value === undefined || entries.has(key)) return null
    entries.set(key, value)
  }
  const descr = /^'(.*)'$/.exec(entries.get('descr') ?? '')?.[1]
  const order = entries.get('fortran_order')
  const shape = /^\((.*)\)$/s.exec(entries.get('shape') ?? '')?.[1]
  if (descr === undefined || shape === undefined || (order !== 'True' && order !== 'False')) return null
  const sizes = shape.split(',').map((size) => size.trim())
  if (sizes.at(-1) === '') sizes.pop()
  if (!sizes.every((size) => /^\d+$/.test(size))) return null
  return { descr, fortranOrder: order === 'True', shape: sizes.map(Number) }
}

function checkSize({ path, size }: OpenFile, start: number, dataBytes: number): void {
  if (size === start + dataBytes) return
  const offset = Math.min(size, start + dataBytes)
  throw fileError({
    path,
    offset,
    problem: `the header promises ${dataBytes} bytes of vectors from byte ${start} on, and the file has ${size - start}`,
    hint: size < start + dataBytes ? 'The file is cut short: copy or write it again.' : SAVE_AGAIN,
  })
}
