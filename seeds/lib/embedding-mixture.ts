// Embeddings as a clustered mixture. Uniform random vectors understate the recall of IVFFlat by 57 points and of HNSW
// by 40 against real ones; tight blobs make every recall 1.0. Measured in 96 dimensions on 10,000 embeddings of chat:
// local intrinsic dimension 20 and relative contrast (mean distance ÷ distance to the 10th neighbour) 1.65, where
// directions without clusters have 45 and 1.2, and noise inside the subspace alone has 6 and 5.
import type { RandomStream } from '../../src/model/random.js'
import { aliasSampler } from './alias-sampler.js'
import { gaussianSource, NORMAL_BITS, normalTable, type GaussianSource } from './gaussian.js'
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
  /** Makes it a vector of unit length around the centre of the cluster. */
  fillVector(vector: Float32Array, cluster: number, random: RandomStream): void
}

/**
 * The mixture is fixed by the stream it is built from; vectors then come from streams of the caller. Throws RangeError for an
 * odd number of dimensions.
 */
export function embeddingMixture(dimensions: number, random: RandomStream): EmbeddingMixture {
  if (dimensions % 2 !== 0) throw new RangeError(`${dimensions} dimensions: they are filled in pairs`)
  const normals = normalTable(random)
  const centres = drawCentres(dimensions, gaussianSource(normals), random)
  const drawCluster = aliasSampler(zipfWeights(MIXTURE.centres, MIXTURE.clusterExponent))
  const noise = MIXTURE.noise * Math.sqrt(MIXTURE.noiseDimensions / dimensions)
  const steps = Float32Array.from(normals, (deviate) => noise * deviate)
  return {
    drawCluster,
    fillVector: (vector, cluster, random) => {
      const centre = centres[cluster]
      if (centre === undefined) throw new RangeError(`no cluster ${cluster}: there are ${centres.length}`)
      fillAround(vector, centre, steps, random)
    },
  }
}

function drawCentres(dimensions: number, gaussian: GaussianSource, random: RandomStream): Float32Array[] {
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
): Float32Array {
  const point = new Float64Array(dimensions)
  for (const [axis, direction] of axes.entries()) {
    const coordinate = coordinates[axis] ?? 0
    for (let i = 0; i < dimensions; i++) point[i] = (point[i] ?? 0) + coordinate * (direction[i] ?? 0)
  }
  return Float32Array.from(point)
}

/**
 * The centre with a step in each dimension, at unit length. The bits of one draw choose two steps. Casts, as `?? 0` costs a
 * fifth more here.
 */
function fillAround(
  vector: Float32Array,
  centre: Float32Array,
  steps: Float32Array,
  random: RandomStream,
): void {
  const { length } = vector
  let [squaresLeft, squaresRight] = [0, 0]
  for (let i = 0; i < length; i += 2) {
    const bits = random.bits()
    const left = (centre[i] as number) + (steps[bits >>> (32 - NORMAL_BITS)] as number)
    const right = (centre[i + 1] as number) + (steps[(bits << NORMAL_BITS) >>> (32 - NORMAL_BITS)] as number)
    vector[i] = left
    vector[i + 1] = right
    squaresLeft += left * left
    squaresRight += right * right
  }
  const scale = 1 / Math.sqrt(squaresLeft + squaresRight)
  for (let i = 0; i < length; i++) vector[i] = (vector[i] as number) * scale
}
