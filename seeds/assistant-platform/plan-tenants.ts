// How large each tenant is, and which rows are its own.
import { randomStream, type RandomStream } from '../../src/model/random.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import type { EmbeddingMixture } from '../lib/embedding-mixture.js'
import { groupMembers, type Groups } from '../lib/groups.js'
import { pick } from '../lib/pick.js'
import { zipfWeights } from '../lib/zipf.js'

/** The largest of 20 tenants then has 29 % of the sessions, the largest of 1,000 has 15 %. */
export const TENANT_EXPONENT = 1.05
/** What a tenant's documents are about, of the clusters of the embeddings. */
const SUBJECTS = 5

export interface TenantPlan {
  readonly count: number
  /** 0 is the largest; ids say nothing about size. */
  readonly rankOf: readonly number[]
  draw(random: RandomStream): number
  /** A cluster of embeddings that the tenant's documents are about. */
  drawSubject(tenant: number, random: RandomStream): number
}

/** Rows of a table by tenant. */
export interface Owned {
  readonly tenantOf: Uint16Array
  readonly ofTenant: Groups
}

export function planTenants(seed: number, count: number, mixture: EmbeddingMixture): TenantPlan {
  const random = randomStream(seed, 'assistant-platform/tenant-plan')
  const rankOf = random.shuffle([...Array(count).keys()])
  const weights = zipfWeights(count, TENANT_EXPONENT)
  const subjects = rankOf.map(() => Array.from({ length: SUBJECTS }, () => mixture.drawCluster(random)))
  return {
    count,
    rankOf,
    draw: aliasSampler(rankOf.map((rank) => weights[rank] ?? 0)),
    drawSubject: (tenant, random) => pick(subjects[tenant] ?? [], random),
  }
}

/** Every tenant has `least` rows, the others go by size; tenants interleave. */
export function ownRows(
  seed: number,
  table: string,
  rows: number,
  least: number,
  tenants: TenantPlan,
): Owned {
  const random = randomStream(seed, `assistant-platform/${table}-plan`)
  const tenantOf = Uint16Array.from({ length: rows }, (_, row) =>
    row < least * tenants.count ? row % tenants.count : tenants.draw(random),
  )
  return { tenantOf, ofTenant: groupMembers(tenantOf, tenants.count) }
}
