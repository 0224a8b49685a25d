// Which users a tenant has, and since when.
import { randomStream, type RandomStream } from '../../src/model/random.js'
import { groupMembers } from '../lib/groups.js'
import type { TenantPlan } from './plan-tenants.js'

/** Share of a tenant's users who were there before the first message. */
const FOUNDING_SHARE = 0.4
/** So many users at least, whatever the size of the tenant. */
const MINIMUM = 2

export interface UserPlan {
  readonly tenantOf: Uint16Array
  /** Is this the first user of its tenant? */
  isFirst(user: number): boolean
  /** The fraction of all messages after which the user joined; 0 for founding users. */
  joinedAt(user: number): number
  /** One of the tenant's users who had joined at that fraction; early ones are the more active. */
  draw(tenant: number, fraction: number, random: RandomStream): number
}

export function planUsers(seed: number, count: number, tenants: TenantPlan): UserPlan {
  const random = randomStream(seed, 'chat/user-plan')
  const tenantOf = Uint16Array.from({ length: count }, (_, user) =>
    user < MINIMUM * tenants.count ? user % tenants.count : tenants.draw(random),
  )
  const groups = groupMembers(tenantOf, tenants.count)
  const positionOf = positionsIn(tenantOf, tenants.count)
  return {
    tenantOf,
    isFirst: (user) => positionOf[user] === 0,
    joinedAt: (user) => {
      const share = (positionOf[user] ?? 0) / groups.size(tenantOf[user] ?? 0)
      return Math.max(0, (share - FOUNDING_SHARE) / (1 - FOUNDING_SHARE))
    },
    draw: (tenant, fraction, random) => {
      const present = groups.size(tenant) * (FOUNDING_SHARE + (1 - FOUNDING_SHARE) * fraction)
      const uniform = random.next()
      return groups.member(tenant, Math.floor(Math.max(1, Math.floor(present)) * uniform * uniform))
    },
  }
}

function positionsIn(groupOf: Uint16Array, groups: number): Uint32Array {
  const next = new Uint32Array(groups)
  return Uint32Array.from(groupOf, (group) => {
    const position = next[group] ?? 0
    next[group] = position + 1
    return position
  })
}
