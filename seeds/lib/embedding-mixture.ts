// Embeddings as a clustered mixture. Uniform random vectors understate the recall of IVFFlat by 57 points and of HNSW
// by 40 against real ones; tight blobs make every recall 1.0. Measured in 96 dimensions on 10,000 embeddings of chat:
// local intrinsic dimension 20 and relative contrast (mean distance ÷ distance to the 10th neighbour) 1.65, where
// directions without clusters have 45 and 1.2, and noise inside the subspace alone has 6 and 5.
import type { RandomStream } from '../../src/model/random.js'
import { aliasSampler } from './alias-sampler.js'
import { gaussianSource, type GaussianSource } from './gaussian.js'
import { orthonormalBasis } from './orthonormal-basis.js'
import { steadyPower } from './power.js'
import { zipfWeights } from './zipf.js'

export const MIXTURE = {
  superCentres: 30,
  centres: 300,
  rank: 24,
  /** Standard deviation along axis a is (a + 1) ** -0.35. */
  spectrumExponent: 0.35,
  /** How far centres lie from their super-centre, in standard deviations of each axis. */
  spread: 0.7,
  /** Standard deviation of each of 96 dimensions of a vector around its centre; of more, less, at the same distance. */
  noise: 0.25,
  noiseDimensions: 96,
  clusterExponent: 0.7,
} as const

export interface EmbeddingMixture {
  /** A cluster, drawn by weight. */
  drawCluster(random: RandomStream): number
  /** A vector of unit length around the centre of the cluster. */
  drawVector(cluster: number, random: RandomStream): Float32Array
}

/** The mixture is fixed by the stream it is built from; vectors then come from streams of the caller. */
export function embeddingMixture(dimensions: number, random: RandomStream): EmbeddingMixture {
  const gaussian = gaussianSource(random)
  const centres = drawCentres(dimensions, gaussian, random)
  const drawCluster = aliasSampler(zipfWeights(MIXTURE.centres, MIXTURE.clusterExponent))
  const noise = MIXTURE.noise * Math.sqrt(MIXTURE.noiseDimensions / dimensions)
  return {
    drawCluster,
    drawVector: (cluster, random) => {
      const centre = centres[cluster]
      if (centre === undefined) throw new RangeError(`no cluster ${cluster}: there are ${centres.length}`)
      return unitVector(centre, () => noise * gaussian(random))
    },
  }
}

function drawCentres(dimensions: number, gaussian: GaussianSource, random: RandomStream): Float64Array[] {
  const axes = orthonormalBasis(Math.min(MIXTURE.rank, dimensions), dimensions, () => gaussian(random))
  const spectrum = axes.map((_, axis) => 1 / steadyPower(axis + 1, MIXTURE.spectrumExponent))
  const drawOffset = (scale: number): number[] => spectrum.map((sd) => scale * sd * gaussian(random))
  const superCentres = Array.from({ length: MIXTURE.superCentres }, () => drawOffset(1))
  return Array.from({ length: MIXTURE.centres }, (_, index) => {
    const base = superCentres[index % MIXTURE.superCentres] ?? []
    const offset = drawOffset(MIXTURE.spread)
    return combine(
      axes,
      offset.map((step, axis) => step + (base[axis] ?? 0)),
      dimensions,
    )
  })
}

function combine(
  axes: readonly Float64Array[],
  coordinates: readonly number[],
  dimensions: number,
): Float64Array {
  const point = new Float64Array(dimensions)
  for (const [axis, direction] of axes.entries()) {
    const coordinate = coordinates[axis] ?? 0
    for (let i = 0; i < dimensions; i++) point[i] = (point[i] ?? 0) + coordinate * (direction[i] ?? 0)
  }
  return point
}

/** The centre with a step added in each dimension, at unit length. Loops: map and from took four times as long. */
function unitVector(centre: Float64Array, drawStep: () => number): Float32Array {
  const point = new Float64Array(centre.length)
  let squares = 0
  for (let i = 0; i < centre.length; i++) {
    const component = (centre[i] ?? 0) + drawStep()
    point[i] = component
    squares += component * component
  }
  const norm = Math.sqrt(squares)
  const vector = new Float32Array(centre.length)
  for (let i = 0; i < vector.length; i++) vector[i] = (point[i] ?? 0) / norm
  return vector
}
