// Table users: who has not been seen for long is likely to be suspended or gone.
import type { TableData } from '../../src/model/dataset.js'
import type { RandomStream } from '../../src/model/random.js'
import { integer, jsonb, pooled, serial, text, timestamptz } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { entry, pick } from '../lib/pick.js'
import { rowUniform } from '../lib/row-uniform.js'
import { drawPool } from '../lib/seeded-faker.js'
import { DAY_MS, PERIOD } from './period.js'
import { REGIONS } from './plan-tenants.js'
import type { ChatPlan } from './plan.js'

const NAME_POOL = 1500
const LONG_UNSEEN = (PERIOD.end - PERIOD.start) * 0.4
const LOCALES = {
  us: ['en-US', 'en-US', 'es-US'],
  eu: ['en-GB', 'de-DE', 'fr-FR'],
  apac: ['en-AU', 'ja-JP'],
} as const
const THEMES = ['system', 'system', 'light', 'dark'] as const
const ROLES = ['owner', 'admin', 'member', 'guest'] as const
const STATUSES = ['active', 'suspended', 'deactivated'] as const

/** What is drawn for a user by rowUniform. */
const [FIRST, LAST, JOINED, SEEN] = [30, 31, 32, 33]

export function usersTable(plan: ChatPlan): TableData {
  const { seed, counts, tenants, users } = plan
  const tenantOf = (user: number): number => users.tenantOf[user] ?? 0
  const firstNames = drawPool(NAME_POOL, seed, FIRST, (faker) => faker.person.firstName())
  const lastNames = drawPool(NAME_POOL, seed, LAST, (faker) => faker.person.lastName())
  const firstOf = (user: number): string => poolEntry(firstNames, rowUniform(seed, FIRST, user))
  const lastOf = (user: number): string => poolEntry(lastNames, rowUniform(seed, LAST, user))
  const { createdAt, lastSeenAt } = times(plan)
  return defineTable(seed, 'chat', {
    table: 'users',
    rows: counts.users,
    columns: {
      id: serial(),
      tenant_id: integer((user) => tenantOf(user) + 1),
      email: text(
        (user) =>
          `${mailbox(firstOf(user))}.${mailbox(lastOf(user))}${user + 1}@tenant${tenantOf(user) + 1}.example`,
      ),
      name: text((user) => `${firstOf(user)} ${lastOf(user)}`),
      role: pooled('text', ROLES, (user, random) => (users.isFirst(user) ? 0 : drawRole(random))),
      status: pooled('text', STATUSES, (user, random) => drawStatus(lastSeenAt(user), random)),
      last_seen_at: timestamptz(lastSeenAt),
      created_at: timestamptz(createdAt),
      profile: jsonb((user, random) =>
        drawProfile(entry(REGIONS, tenants.regionOf[tenantOf(user)] ?? 0), random),
      ),
    },
  })
}

function times({
  seed,
  users,
  clock,
}: ChatPlan): Record<'createdAt' | 'lastSeenAt', (user: number) => number> {
  const createdAt = (user: number): number => {
    const joined = users.joinedAt(user)
    if (joined > 0) return clock.timeAt(joined) - clock.jitterMs
    return PERIOD.start - Math.floor(rowUniform(seed, JOINED, user) * 30 * DAY_MS)
  }
  // Most were here lately: the share of their time since is the fourth power of a uniform.
  const lastSeenAt = (user: number): number => {
    const point = rowUniform(seed, SEEN, user)
    return Math.floor(PERIOD.end - (PERIOD.end - createdAt(user)) * point * point * point * point)
  }
  return { createdAt, lastSeenAt }
}

/** An index of ROLES. */
function drawRole(random: RandomStream): number {
  const point = random.next()
  if (point < 0.06) return 1
  return point < 0.9 ? 2 : 3
}

/** An index of STATUSES. */
function drawStatus(lastSeenAt: number, random: RandomStream): number {
  const leaving = PERIOD.end - lastSeenAt > LONG_UNSEEN ? 0.5 : 0.03
  if (random.next() >= leaving) return 0
  return random.next() < 0.3 ? 1 : 2
}

function drawProfile(region: keyof typeof LOCALES, random: RandomStream): string {
  return JSON.stringify({
    locale: pick<string>(LOCALES[region], random),
    theme: pick(THEMES, random),
    notifications: { email: random.next() < 0.7, push: random.next() < 0.4 },
  })
}

const poolEntry = (pool: readonly string[], uniform: number): string =>
  entry(pool, Math.floor(uniform * pool.length))

const mailbox = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, '')
