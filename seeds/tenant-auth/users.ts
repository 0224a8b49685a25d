// Table users: accounts of every tenant in one table. Who signs up waits for an administrator's approval, with the profile
// to be created kept in pending_profile_data until then.
import type { ColumnSource, TableData } from '../../src/model/dataset.js'
import { boolean, jsonb, pooled, rowUuid, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { entry } from '../lib/pick.js'
import { rowFraction } from '../lib/row-fraction.js'
import { drawPool } from '../lib/seeded-faker.js'
import { tokenHash } from '../lib/token-hash.js'
import { profileTexts } from './pending-profile.js'
import type { TenantAuthPlan } from './plan.js'
import { tenantId } from './tenants.js'

const NAME_POOL = 1500
const HASH_POOL = 2000
const STATUS_PURPOSE = 2
/** Those who wait signed up lately, and hardly anybody before that. */
const PENDING = { share: 0.12, since: 0.85, longAgo: 0.004 } as const

type Status = 'pending' | 'active' | 'rejected' | 'suspended'

export function usersTable(plan: TenantAuthPlan): TableData {
  const { seed, counts, clock, tenantOf, roleOf } = plan
  const status = (user: number): Status => statusOf(user, plan)
  return defineTable(seed, 'tenant-auth', {
    schema: 'shared',
    table: 'users',
    rows: counts.users,
    columns: {
      id: uuid((user) => userId(user)),
      email: text(emailSource(seed, tenantOf)),
      password_hash: pooled(
        'text',
        Array.from(
          { length: HASH_POOL },
          (_, n) => `$2b$12$${tokenHash('tenant-auth/bcrypt', n).slice(0, 53)}`,
        ),
      ),
      role: text(roleOf),
      tenant_id: orNull(
        uuid((user) => tenantId(tenantOf(user))),
        (user) => tenantOf(user) < 0,
      ),
      is_verified: boolean((user, random) => (status(user) === 'pending' ? random.next() < 0.6 : true)),
      status: text(status),
      pending_profile_data: orNull(
        jsonb(profileTexts(seed, roleOf)),
        // A rejected profile is kept for the next try, an approved one has become a row of the tenant's schema.
        (user) => status(user) !== 'pending' && status(user) !== 'rejected',
      ),
      created_at: timestamptz((user) => clock.timeOf(user)),
    },
  })
}

export const userId = (user: number): string => rowUuid('tenant-auth/users', user)

function statusOf(user: number, { seed, counts, tenantOf }: TenantAuthPlan): Status {
  if (tenantOf(user) < 0) return 'active'
  const point = rowFraction(seed, STATUS_PURPOSE, user)
  if (point < (user / counts.users > PENDING.since ? PENDING.share : PENDING.longAgo)) return 'pending'
  if (point > 0.99) return 'rejected'
  return point > 0.965 ? 'suspended' : 'active'
}

function emailSource(seed: number, tenantOf: (user: number) => number): (user: number) => string {
  const first = drawPool(NAME_POOL, seed, 20, (faker) => mailbox(faker.person.firstName()))
  const last = drawPool(NAME_POOL, seed, 21, (faker) => mailbox(faker.person.lastName()))
  const draw = (pool: readonly string[], purpose: number, user: number): string =>
    entry(pool, Math.floor(rowFraction(seed, purpose, user) * pool.length))
  return (user) =>
    `${draw(first, 3, user)}.${draw(last, 4, user)}${user + 1}@school${tenantOf(user) + 1}.example`
}

const mailbox = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, '')

/** NULL where the row says so. */
function orNull(source: ColumnSource, isNull: (row: number) => boolean): ColumnSource {
  const { content } = source
  if (content.kind !== 'drawn') throw new RangeError('only drawn columns know their row')
  return {
    ...source,
    content: { kind: 'drawn', draw: (row, random) => (isNull(row) ? null : content.draw(row, random)) },
  }
}
