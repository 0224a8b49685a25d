// Files of vectors, as other programs write them.

type Vectors = readonly (readonly number[])[]

export function float32(components: readonly number[]): Buffer {
  const buffer = Buffer.alloc(4 * components.length)
  for (const [index, component] of components.entries()) buffer.writeFloatLE(component, 4 * index)
  return buffer
}

export const fvecs = (vectors: Vectors): Buffer =>
  Buffer.concat(vectors.flatMap((vector) => [int32(vector.length), float32(vector)]))

/** The header is filled with spaces so that the data begins at a multiple of 64, as NumPy does. */
export function npy({
  version = 1,
  descr = '<f4',
  order = 'False',
  shape,
  data,
}: {
  readonly version?: number
  readonly descr?: string
  readonly order?: string
  readonly shape: string
  readonly data: Uint8Array
}): Buffer {
  const prefix = version === 1 ? 10 : 12
  const text = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }`
  const length = Math.ceil((prefix + text.length + 1) / 64) * 64 - prefix
  const sizeOf = version === 1 ? int16(length) : int32(length)
  const header = Buffer.from(`${text.padEnd(length - 1)}\n`, 'latin1')
  return Buffer.concat([Buffer.from('\x93NUMPY', 'latin1'), Buffer.from([version, 0]), sizeOf, header, data])
}

function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32LE(value)
  return buffer
}

function int16(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeUInt16LE(value)
  return buffer
}
