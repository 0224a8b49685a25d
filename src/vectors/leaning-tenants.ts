// Tenants of Zipf sizes, each of which has most of its vectors in a few clusters.
import { aliasSampler } from '../../seeds/lib/alias-sampler.js'
import { zipfWeights } from '../../seeds/lib/zipf.js'
import { randomStream, type RandomStream } from '../model/random.js'

/** The largest of 100 tenants then has 21 % of the rows, the median one 0.4 %. */
const EXPONENT = 1.05
/** Share of a tenant's vectors that come from its favourite clusters. */
const LEANING = 0.7

const MOST_TENANTS = 100
const ROWS_PER_TENANT = 50

export interface LeaningTenants {
  /** From 0; numbers say nothing about size. */
  draw(random: RandomStream): number
  /** Where the next vector of this tenant lies. */
  drawCluster(tenant: number, random: RandomStream): number
  /** The other way round: whose a vector of this cluster is. */
  drawTenantOf(cluster: number, random: RandomStream): number
}

export interface TenantOptions {
  readonly seed: number
  readonly rowCount: number
  /** Clusters that a tenant leans to. */
  readonly favourites: number
  /** A cluster, drawn by size. */
  readonly drawAnyCluster: (random: RandomStream) => number
}

export function leaningTenants({ seed, rowCount, ...clusters }: TenantOptions): LeaningTenants {
  const { favourites: perTenant, drawAnyCluster } = clusters
  const count = Math.max(1, Math.min(MOST_TENANTS, Math.floor(rowCount / ROWS_PER_TENANT)))
  const random = randomStream(seed, 'vectors/tenants')
  const weights = random.shuffle([...zipfWeights(count, EXPONENT)])
  const favourites = weights.map(() => Array.from({ length: perTenant }, () => drawAnyCluster(random)))
  const draw = aliasSampler(weights)
  const admirers = samplersByCluster(favourites, weights)
  return {
    draw,
    drawCluster: (tenant, random) =>
      random.next() < LEANING ? (favourites[tenant]?.[random.below(perTenant)] ?? 0) : drawAnyCluster(random),
    drawTenantOf: (cluster, random) => {
      const drawAdmirer = random.next() < LEANING ? admirers.get(cluster) : undefined
      return (drawAdmirer ?? draw)(random)
    },
  }
}

/** By cluster: a tenant of those that favour it, by size. */
function samplersByCluster(
  favourites: readonly (readonly number[])[],
  weights: readonly number[],
): Map<number, (random: RandomStream) => number> {
  const clusters = new Set(favourites.flat())
  const sampler = (cluster: number): ((random: RandomStream) => number) =>
    aliasSampler(weights.map((weight, tenant) => (favourites[tenant]?.includes(cluster) ? weight : 0)))
  return new Map([...clusters].map((cluster) => [cluster, sampler(cluster)]))
}
