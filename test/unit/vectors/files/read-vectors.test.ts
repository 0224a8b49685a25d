import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { VectorFile, VectorFileFormat } from '../../../../src/model/vectors/vector-source.js'
import { readVectors } from '../../../../src/vectors/files/read-vectors.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'
import { float32, fvecs, npy } from '../../../support/vector-files.js'

const VECTORS = [
  [1, 2, 3],
  [-0.5, 0, 65_504],
]

const inFile = async (
  format: VectorFileFormat,
  bytes: Uint8Array,
  options: Partial<VectorFile> = {},
): Promise<VectorFile> => {
  const path = join(await temporaryFolder(), `vectors.${format}`)
  await writeFile(path, bytes)
  return { kind: 'file', path, format, dimensions: null, sample: null, ...options }
}

const read = async (
  format: VectorFileFormat,
  bytes: Uint8Array,
  options: Partial<VectorFile> = {},
): Promise<{ dimensions: number; vectors: number[] }> => {
  const { dimensions, values, present } = await readVectors(await inFile(format, bytes, options), 1)
  expect(values).toHaveLength(present.length * dimensions)
  return { dimensions, vectors: [...values] }
}

const bvecs = (vectors: readonly (readonly number[])[]): Buffer =>
  Buffer.concat(vectors.map((vector) => Buffer.from([vector.length, 0, 0, 0, ...vector])))

describe('readVectors reads', () => {
  const whole = { dimensions: 3, vectors: VECTORS.flat() }

  it('.fvecs', async () => expect(await read('fvecs', fvecs(VECTORS))).toEqual(whole))
  it('raw float32', async () =>
    expect(await read('raw', float32(VECTORS.flat()), { dimensions: 3 })).toEqual(whole))
  it('.bvecs', async () =>
    expect(await read('bvecs', bvecs([[0, 255]]))).toEqual({ dimensions: 2, vectors: [0, 255] }))

  it.each([1, 2, 3])('.npy of float32, format version %i', async (version) => {
    expect(await read('npy', npy({ version, data: float32(VECTORS.flat()), shape: '(2, 3)' }))).toEqual(whole)
  })

  it('.npy of float64', async () => {
    const data = Buffer.from(Float64Array.from(VECTORS.flat()).buffer)
    expect(await read('npy', npy({ descr: '<f8', data, shape: '(2, 3)' }))).toEqual(whole)
  })

  it('.npy of float16, with numbers below the normal ones', async () => {
    const data = Buffer.from(Uint16Array.of(0x3c00, 0xb800, 0x7bff, 0x0001, 0x8000, 0x3555).buffer)
    expect(await read('npy', npy({ descr: '<f2', data, shape: '(2, 3)' }))).toEqual({
      dimensions: 3,
      vectors: [1, -0.5, 65_504, 2 ** -24, -0, 0.333251953125],
    })
  })

  it('files longer than what is read at once', async () => {
    const components = Float64Array.from({ length: 600_000 }, (_, index) => index)
    const bytes = npy({ descr: '<f8', data: new Uint8Array(components.buffer), shape: '(6000, 100)' })
    const { values } = await readVectors(await inFile('npy', bytes), 1)
    expect(
      Buffer.compare(new Uint8Array(Float64Array.from(values).buffer), new Uint8Array(components.buffer)),
    ).toBe(0)
  })

  it('a sample, in the order of the file and the same for the same seed', async () => {
    const source = await inFile('raw', float32([...Array(1000).keys()]), { dimensions: 1, sample: 100 })
    const sample = await readVectors(source, 7)
    expect(sample.values).toHaveLength(100)
    expect([...sample.values]).toEqual([...new Set(sample.values)].sort((a, b) => a - b))
    expect((await readVectors(source, 7)).values).toEqual(sample.values)
    expect((await readVectors(source, 8)).values).not.toEqual(sample.values)
    expect(sample.description).toContain('100 of the 1000 vectors')
  })
})

describe('readVectors refuses, with the byte', () => {
  /** What is told: the message, and that there is something to do. */
  const refusal = async (
    format: VectorFileFormat,
    bytes: Uint8Array,
    options: Partial<VectorFile> = {},
  ): Promise<string> => {
    const error: unknown = await read(format, bytes, options).catch((error: unknown) => error)
    expect(error).toMatchObject({ exitCode: 2, hint: expect.stringMatching(/\w/) as string })
    return error instanceof Error ? error.message : 'nothing was refused'
  }

  it('an empty file', async () => {
    expect(await refusal('fvecs', Buffer.alloc(0))).toMatch(
      /byte 0: the file has 0 bytes, which is not one vector/,
    )
    expect(await refusal('raw', Buffer.alloc(0), { dimensions: 3 })).toMatch(/byte 0: the file has 0 bytes/)
    expect(await refusal('npy', Buffer.alloc(0))).toMatch(/byte 0: an \.npy file begins with 934e554d5059/)
  })

  it('a file cut short', async () => {
    expect(await refusal('fvecs', fvecs(VECTORS).subarray(0, 30))).toMatch(
      /byte 16: the file ends 14 bytes into a vector/,
    )
    expect(
      await refusal('raw', float32([1, 2, 3, 4]), {
        dimensions: 3,
      }),
    ).toMatch(/byte 12: the file ends 4 bytes into a vector/)
    const whole = npy({ data: float32(VECTORS.flat()), shape: '(2, 3)' })
    expect(await refusal('npy', whole.subarray(0, -1))).toMatch(
      /byte 151: the header promises 24 bytes of vectors from byte 128 on/,
    )
    expect(await refusal('npy', whole.subarray(0, 20))).toMatch(/byte 20: the file ends within its header/)
    expect(await refusal('npy', whole.subarray(0, 8))).toMatch(/byte 8: the file ends within its header/)
  })

  it('a file with more behind its array', async () => {
    const whole = npy({ data: float32(VECTORS.flat()), shape: '(2, 3)' })
    expect(await refusal('npy', Buffer.concat([whole, Buffer.alloc(2)]))).toMatch(
      /byte 152: the header promises 24 bytes .* has 26/,
    )
  })

  it('a wrong magic', async () =>
    expect(await refusal('npy', fvecs(VECTORS))).toMatch(/byte 0: .* and this one with "03000000/))
  it('an unknown version', async () =>
    expect(await refusal('npy', npy({ version: 4, data: float32([1]), shape: '(1, 1)' }))).toMatch(
      /byte 6: format version 4/,
    ))

  it('vectors of different dimensions', async () =>
    expect(
      await refusal(
        'fvecs',
        fvecs([
          [1, 2, 3],
          [1, 2, 3, 4],
          [1, 2],
          [1, 2, 3],
        ]),
      ),
    ).toMatch(/byte 16: vector 2 says it has 4 dimensions, and the first has 3/))

  it('dimensions that no vector has', async () => {
    expect(await refusal('fvecs', Buffer.from([0, 0, 0, 0]))).toMatch(
      /byte 0: 0 dimensions; a vector has 1 to 16000/,
    )
    expect(await refusal('fvecs', Buffer.from('this is text, not vectors'))).toMatch(
      /byte 0: 1936287860 dimensions/,
    )
    expect(await refusal('raw', float32([1]))).toMatch(/a raw file does not say how many dimensions/)
    expect(await refusal('raw', float32([1]), { dimensions: 0 })).toMatch(/byte 0: 0 dimensions/)
  })

  it('NaN and infinity', async () => {
    expect(
      await refusal(
        'fvecs',
        fvecs([
          [1, 2],
          [3, NaN],
        ]),
      ),
    ).toMatch(/byte 20: component 2 of vector 2 is NaN, which no vector may have/)
    expect(
      await refusal('raw', float32([1, Infinity]), {
        dimensions: 2,
      }),
    ).toMatch(/byte 4: component 2 of vector 1 is Infinity/)
    const data = Buffer.from(Float64Array.of(1, 1e300).buffer)
    expect(await refusal('npy', npy({ descr: '<f8', data, shape: '(1, 2)' }))).toMatch(
      /byte 136: .* 1e\+300, which float32 cannot hold/,
    )
  })

  it.each([
    ['>f4', '(1, 1)', 'False', /byte 10: components are '>f4'/],
    ['<i4', '(1, 1)', 'False', /byte 10: components are '<i4'/],
    ['<f4', '(1, 1)', 'True', /Fortran order/],
    ['<f4', '(1,)', 'False', /the shape is \(1\); vectors are an array of two dimensions/],
    ['<f4', '()', 'False', /the shape is \(\)/],
    ['<f4', '(1, 1, 1)', 'False', /the shape is \(1, 1, 1\)/],
    ['<f4', '(0, 1)', 'False', /the array has no rows/],
    ['<f4', '(1, 0)', 'False', /0 dimensions/],
    ['<f4', '(-1, 1)', 'False', /the header is not one that NumPy writes/],
    ['<f4', '(1, 1)', 'Maybe', /the header is not one that NumPy writes/],
  ])('an array that is none of vectors: %s %s %s', async (descr, shape, order, message) =>
    expect(await refusal('npy', npy({ descr, shape, order, data: float32([1]) }))).toMatch(message),
  )

  it('a path where no file is', async () => {
    const missing: VectorFile = {
      kind: 'file',
      path: '/no/such/file',
      format: 'npy',
      dimensions: null,
      sample: null,
    }
    await expect(readVectors(missing, 1)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('/no/such/file') as string,
    })
    await expect(readVectors({ ...missing, path: '/tmp' }, 1)).rejects.toMatchObject({ exitCode: 2 })
  })
})
