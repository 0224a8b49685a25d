import { describe, expect, it } from 'vitest'
import { embeddingMixture, type EmbeddingMixture } from '../../../../seeds/lib/embedding-mixture.js'
import { gaussianSource, normalTable } from '../../../../seeds/lib/gaussian.js'
import { randomStream, type RandomStream } from '../../../../src/model/random.js'

const DIMENSIONS = 96
const VECTORS = 1500

describe('embeddingMixture', () => {
  const mixture = embeddingMixture(DIMENSIONS, randomStream(1, 'mixture'))
  const random = randomStream(1, 'vectors')
  const drawn = Array.from({ length: VECTORS }, () => {
    const cluster = mixture.drawCluster(random)
    return { cluster, vector: drawVector(mixture, cluster, random) }
  })
  const vectors = drawn.map(({ vector }) => vector)

  it('gives vectors of unit length', () => {
    for (const vector of vectors) expect(Math.sqrt(dot(vector, vector))).toBeCloseTo(1, 5)
  })

  it('gives much nearer neighbours than random directions have', () => {
    const normal = gaussianSource(normalTable(random))
    const scattered = vectors.map(() =>
      normalise(Float32Array.from({ length: DIMENSIONS }, () => normal(random))),
    )
    expect(meanNearest(vectors)).toBeLessThan(0.8 * meanNearest(scattered))
  })

  it('does not make blobs: neighbours are not almost at the same place', () => {
    expect(meanNearest(vectors)).toBeGreaterThan(0.5)
  })

  it('draws the first clusters more often than the last', () => {
    const early = drawn.filter(({ cluster }) => cluster < 30).length
    const late = drawn.filter(({ cluster }) => cluster >= 270).length
    expect(early).toBeGreaterThan(3 * late)
  })

  it('gives the same vectors for the same streams', () => {
    const again = embeddingMixture(DIMENSIONS, randomStream(1, 'mixture'))
    const replay = randomStream(1, 'vectors')
    expect(drawVector(again, again.drawCluster(replay), replay)).toEqual(vectors[0])
  })

  it('refuses an odd number of dimensions', () => {
    expect(() => embeddingMixture(97, random)).toThrow(RangeError)
  })

  it('refuses a cluster that it does not have', () => {
    expect(() => drawVector(mixture, 300, random)).toThrow(RangeError)
  })
})

function drawVector(mixture: EmbeddingMixture, cluster: number, random: RandomStream): Float32Array {
  const vector = new Float32Array(DIMENSIONS)
  mixture.fillVector(vector, cluster, random)
  return vector
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

const normalise = (vector: Float32Array): Float32Array => {
  const norm = Math.sqrt(dot(vector, vector))
  return vector.map((component) => component / norm)
}

/** Mean distance of the first hundred to their nearest neighbour. */
function meanNearest(vectors: readonly Float32Array[]): number {
  const nearest = vectors.slice(0, 100).map((vector) => {
    const others = vectors.filter((other) => other !== vector)
    return Math.sqrt(2 - 2 * Math.max(...others.map((other) => dot(vector, other))))
  })
  return nearest.reduce((sum, distance) => sum + distance, 0) / nearest.length
}
