// How large each tenant is, where it lives, and what its people talk about.
import { randomStream, type RandomStream } from '../../src/model/random.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import type { EmbeddingMixture } from '../lib/embedding-mixture.js'
import { pick } from '../lib/pick.js'
import { zipfWeights } from '../lib/zipf.js'

/** The largest of 100 tenants then has 21 % of the messages, the largest of 2,500 has 14 %. */
export const TENANT_EXPONENT = 1.05
export const REGIONS = ['us', 'eu', 'apac'] as const

const REGION_WEIGHTS = [45, 40, 15]
const FAVOURITES = 6
/** Share of a tenant's vectors that come from its favourite clusters. */
export const LEANING = 0.7

export interface TenantPlan {
  readonly count: number
  /** 0 is the largest; ids say nothing about size. */
  readonly rankOf: readonly number[]
  /** An index of REGIONS. */
  readonly regionOf: Uint8Array
  /** A tenant, drawn by size. */
  draw(random: RandomStream): number
  /** A cluster of embeddings as this tenant would produce it. */
  drawCluster(tenant: number, random: RandomStream): number
}

export function planTenants(seed: number, count: number, mixture: EmbeddingMixture): TenantPlan {
  const random = randomStream(seed, 'chat/tenant-plan')
  const rankOf = random.shuffle([...Array(count).keys()])
  const weights = zipfWeights(count, TENANT_EXPONENT)
  const drawRegion = aliasSampler(REGION_WEIGHTS)
  const favourites = rankOf.map(() => Array.from({ length: FAVOURITES }, () => mixture.drawCluster(random)))
  return {
    count,
    rankOf,
    regionOf: Uint8Array.from(rankOf, () => drawRegion(random)),
    draw: aliasSampler(rankOf.map((rank) => weights[rank] ?? 0)),
    drawCluster: (tenant, random) =>
      random.chance(LEANING) ? pick(favourites[tenant] ?? [], random) : mixture.drawCluster(random),
  }
}
