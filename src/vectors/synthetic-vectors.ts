// Vectors drawn from the mixture that chat uses too: tenants first, then the cluster, then the vector.
import { embeddingMixture, MIXTURE } from '../../seeds/lib/embedding-mixture.js'
import { usageError } from '../model/errors.js'
import { randomStream } from '../model/random.js'
import { drawCategory } from './draw-category.js'
import type { FoundVectors } from './found-vectors.js'
import { leaningTenants } from './leaning-tenants.js'

/** Of 300 clusters. */
const FAVOURITES = 6

export function syntheticVectors(seed: number, rowCount: number, dimensions: number): FoundVectors {
  if (dimensions < 2 || dimensions > 16_000 || dimensions % 2 !== 0) {
    throw usageError(`Synthetic vectors of ${dimensions} dimensions cannot be made.`, {
      hint: 'Choose an even number from 2 to 16000, for example 384.',
    })
  }
  const mixture = embeddingMixture(dimensions, randomStream(seed, 'vectors/mixture'))
  const plan = leaningTenants({
    seed,
    rowCount,
    favourites: FAVOURITES,
    drawAnyCluster: (random) => mixture.drawCluster(random),
  })
  const random = randomStream(seed, 'vectors/rows')
  const values = new Float32Array(rowCount * dimensions)
  const tenants = new Int32Array(rowCount)
  const categories = new Int32Array(rowCount)
  for (let row = 0; row < rowCount; row++) {
    const tenant = plan.draw(random)
    const cluster = plan.drawCluster(tenant, random)
    tenants[row] = tenant + 1
    categories[row] = drawCategory(cluster, random)
    mixture.fillVector(values.subarray(row * dimensions, (row + 1) * dimensions), cluster, random)
  }
  return {
    name: `synthetic-${dimensions}`,
    description: `${MIXTURE.centres} clusters around ${MIXTURE.superCentres} centres in ${MIXTURE.rank} of ${dimensions} dimensions, with noise in all; unit length; seed ${seed}`,
    dimensions,
    values,
    present: new Uint8Array(rowCount).fill(1),
    groups: { tenants, categories },
  }
}
