// Who belongs to which tenant, in which role and state: what several tables must agree on.
import { randomStream, type RandomStream } from '../../src/model/random.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { arrivalClock, type ArrivalClock } from '../lib/arrival-clock.js'
import { rowFraction } from '../lib/row-fraction.js'
import { zipfWeights } from '../lib/zipf.js'
import { tenantAuthCounts, type TenantAuthCounts } from './counts.js'
import { PERIOD } from './period.js'

/** Schools differ in size, but not as much as companies: the largest of 200 then has 7 % of the users. */
export const TENANT_EXPONENT = 0.7
/** One user in so many works for the platform and has no tenant. */
const USERS_PER_SUPERADMIN = 4000
const ROLE_PURPOSE = 1

export type Role = 'student' | 'teacher' | 'admin' | 'superadmin'

export interface TenantAuthPlan {
  readonly seed: number
  readonly counts: TenantAuthCounts
  /** When the n-th user signed up. */
  readonly clock: ArrivalClock
  /** The tenant of a user, or -1 for none. */
  tenantOf(user: number): number
  roleOf(user: number): Role
  /** A user whose account is older than `fraction` of the time. */
  drawUser(fraction: number, random: RandomStream): number
}

export function planTenantAuth(seed: number, users: number): TenantAuthPlan {
  const counts = tenantAuthCounts(users)
  const tenantOf = drawTenants(seed, counts)
  return {
    seed,
    counts,
    clock: arrivalClock({ ...PERIOD, events: users, seed }),
    tenantOf: (user) => tenantOf[user] ?? -1,
    roleOf: (user) => roleOf(user, tenantOf[user] ?? -1, seed, counts),
    drawUser: (fraction, random) => Math.floor(random.next() * Math.max(1, fraction * users)),
  }
}

/** The founder of each tenant at even distances, and between them people of any tenant, by its size. */
function drawTenants(seed: number, { tenants, users }: TenantAuthCounts): Int32Array {
  const random = randomStream(seed, 'tenant-auth/tenant-plan')
  const weights = zipfWeights(tenants, TENANT_EXPONENT)
  const rankOf = random.shuffle([...Array(tenants).keys()])
  const draw = aliasSampler(rankOf.map((rank) => weights[rank] ?? 0))
  return Int32Array.from({ length: users }, (_, user) => {
    if (isFounder(user, tenants, users)) return user / stride(tenants, users)
    return user % USERS_PER_SUPERADMIN === 1 ? -1 : draw(random)
  })
}

function roleOf(user: number, tenant: number, seed: number, counts: TenantAuthCounts): Role {
  if (tenant < 0) return 'superadmin'
  const point = rowFraction(seed, ROLE_PURPOSE, user)
  if (point < 0.015 || isFounder(user, counts.tenants, counts.users)) return 'admin'
  return point < 0.1 ? 'teacher' : 'student'
}

const stride = (tenants: number, users: number): number => Math.floor(users / tenants)

const isFounder = (user: number, tenants: number, users: number): boolean =>
  user % stride(tenants, users) === 0 && user / stride(tenants, users) < tenants
