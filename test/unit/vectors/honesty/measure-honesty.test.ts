import { describe, expect, it } from 'vitest'
import { randomStream, type RandomStream } from '../../../../src/model/random.js'
import { measureHonesty } from '../../../../src/vectors/honesty/measure-honesty.js'
import { drawVector, drawVectors, matrixOf } from '../../../support/vector-matrix.js'

const ROWS = 4000
const QUERIES = 60

const honestyOf = (
  drawOne: (random: RandomStream) => Float32Array,
  dimensions: number,
): ReturnType<typeof measureHonesty> => {
  const random = randomStream(1, 'honesty')
  const draw = (count: number): Float32Array[] => Array.from({ length: count }, () => drawOne(random))
  return measureHonesty(matrixOf(draw(ROWS), dimensions), draw(QUERIES), 'l2')
}

describe('local intrinsic dimension', () => {
  it.each([1, 2, 4])('is that of the space, where vectors fill %i dimensions evenly', async (dimensions) => {
    const { localIntrinsicDimension } = await honestyOf(
      (random) => drawVector(dimensions, random),
      dimensions,
    )
    expect(Math.abs((localIntrinsicDimension ?? 0) / dimensions - 1)).toBeLessThan(0.15)
  })

  it('is 2 for a plane that lies askew in 64 dimensions', async () => {
    const axes = drawVectors(2, 64, randomStream(2, 'axes'))
    const { localIntrinsicDimension } = await honestyOf((random) => {
      const [a, b] = [random.next(), random.next()]
      return Float32Array.from({ length: 64 }, (_, i) => a * (axes[0]?.[i] ?? 0) + b * (axes[1]?.[i] ?? 0))
    }, 64)
    expect(localIntrinsicDimension).toBeGreaterThan(1.7)
    expect(localIntrinsicDimension).toBeLessThan(2.3)
  })

  it('is the same under cosine as for vectors of unit length under l2', async () => {
    const random = randomStream(3, 'lengths')
    const vectors = drawVectors(500, 6, random)
    const queries = drawVectors(20, 6, random)
    const unit = (vector: Float32Array): Float32Array =>
      vector.map((component) => component / Math.hypot(...vector))
    const byAngle = await measureHonesty(matrixOf(vectors, 6), queries, 'cosine')
    const byDistance = await measureHonesty(matrixOf(vectors.map(unit), 6), queries.map(unit), 'l2')
    expect(byAngle.localIntrinsicDimension).toBeCloseTo(byDistance.localIntrinsicDimension ?? NaN, 3)
    expect(byAngle.relativeContrast).toBeCloseTo(byDistance.relativeContrast ?? NaN, 3)
  })
})

describe('relative contrast', () => {
  it('is small where all directions are alike, and large among blobs', async () => {
    const scattered = await honestyOf((random) => drawVector(200, random), 200)
    const centres = drawVectors(20, 200, randomStream(4, 'centres'))
    const blobs = await honestyOf((random) => {
      const centre = centres[random.below(20)]
      return drawVector(200, random).map((step, i) => (centre?.[i] ?? 0) + 0.01 * step)
    }, 200)
    expect(scattered.relativeContrast).toBeGreaterThan(1)
    expect(scattered.relativeContrast).toBeLessThan(1.3)
    expect(blobs.relativeContrast).toBeGreaterThan(50)
  })

  it('is the mean distance by that to the tenth, worked out by hand', async () => {
    const matrix = matrixOf(
      Array.from({ length: 19 }, (_, row) => [row + 1]),
      1,
    )
    const { relativeContrast } = await measureHonesty(matrix, [new Float32Array([0])], 'l2')
    expect(relativeContrast).toBeCloseTo(1, 12)
  })
})

describe('measureHonesty', () => {
  it('counts NULLs, zeros and copies, and measures lengths', async () => {
    const matrix = matrixOf([[3, 4], null, [0, 0], [3, 4], [6, 8], [3, 4], [-0, 0]], 2)
    expect(await measureHonesty(matrix, [new Float32Array([1, 0])], 'l2')).toMatchObject({
      norms: { min: 0, median: 5, max: 10 },
      duplicateShare: 3 / 6,
      nullVectors: 1,
      zeroVectors: 2,
    })
  })

  it('says nothing of neighbourhoods that are copies of the query', async () => {
    const matrix = matrixOf([...Array.from({ length: 150 }, () => [1, 2]), [5, 5]], 2)
    for (const metric of ['cosine', 'l2'] as const) {
      expect(await measureHonesty(matrix, [new Float32Array([1, 2])], metric)).toMatchObject({
        localIntrinsicDimension: null,
        relativeContrast: null,
      })
    }
  })

  it('bears rows without any vector', async () => {
    expect(await measureHonesty(matrixOf([null, null], 3), [new Float32Array(3)], 'cosine')).toEqual({
      localIntrinsicDimension: null,
      relativeContrast: null,
      norms: { min: 0, median: 0, max: 0 },
      duplicateShare: 0,
      nullVectors: 2,
      zeroVectors: 0,
    })
  })
})
