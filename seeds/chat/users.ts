// Table users: who has not been seen for long is likely to be suspended or gone.
import type { ColumnValue, TableData } from '../../src/model/dataset.js'
import { randomStream, type RandomStream } from '../../src/model/random.js'
import { pick } from '../lib/pick.js'
import { drawPool } from '../lib/seeded-faker.js'
import { DAY_MS, PERIOD } from './period.js'
import type { ChatPlan } from './plan.js'

const NAME_POOL = 1500
const LONG_UNSEEN = (PERIOD.end - PERIOD.start) * 0.4
const LOCALES = {
  us: ['en-US', 'en-US', 'es-US'],
  eu: ['en-GB', 'de-DE', 'fr-FR'],
  apac: ['en-AU', 'ja-JP'],
} as const
const THEMES = ['system', 'system', 'light', 'dark'] as const

export function usersTable(plan: ChatPlan): TableData {
  return {
    schema: 'public',
    table: 'users',
    columns: [
      { name: 'id', type: 'integer' },
      { name: 'tenant_id', type: 'integer' },
      { name: 'email', type: 'text' },
      { name: 'name', type: 'text' },
      { name: 'role', type: 'text' },
      { name: 'status', type: 'text' },
      { name: 'last_seen_at', type: 'timestamptz' },
      { name: 'created_at', type: 'timestamptz' },
      { name: 'profile', type: 'jsonb' },
    ],
    rowCount: plan.counts.users,
    rows: () => userRows(plan),
  }
}

function* userRows({ seed, clock, tenants, users }: ChatPlan): Iterable<ColumnValue[]> {
  const random = randomStream(seed, 'chat/users')
  const firstNames = drawPool(NAME_POOL, seed, 30, (faker) => faker.person.firstName())
  const lastNames = drawPool(NAME_POOL, seed, 31, (faker) => faker.person.lastName())
  for (const [user, tenant] of users.tenantOf.entries()) {
    const [first, last] = [pick(firstNames, random), pick(lastNames, random)]
    const joined = users.joinedAt(user)
    const createdAt =
      joined === 0 ? PERIOD.start - random.below(30 * DAY_MS) : clock.timeAt(joined) - clock.jitterMs
    const lastSeenAt = drawLastSeen(createdAt, random)
    yield [
      user + 1,
      tenant + 1,
      `${mailbox(first)}.${mailbox(last)}${user + 1}@tenant${tenant + 1}.example`,
      `${first} ${last}`,
      users.isFirst(user) ? 'owner' : drawRole(random),
      drawStatus(lastSeenAt, random),
      lastSeenAt,
      createdAt,
      drawProfile(tenants.regionOf[tenant] ?? 'us', random),
    ]
  }
}

/** Most were here lately: the share of their time since is the fourth power of a uniform. */
function drawLastSeen(createdAt: number, random: RandomStream): number {
  const point = random.next()
  return Math.floor(PERIOD.end - (PERIOD.end - createdAt) * point * point * point * point)
}

function drawRole(random: RandomStream): string {
  const point = random.next()
  if (point < 0.06) return 'admin'
  return point < 0.9 ? 'member' : 'guest'
}

function drawStatus(lastSeenAt: number, random: RandomStream): string {
  const leaving = PERIOD.end - lastSeenAt > LONG_UNSEEN ? 0.5 : 0.03
  if (random.next() >= leaving) return 'active'
  return random.next() < 0.3 ? 'suspended' : 'deactivated'
}

function drawProfile(region: keyof typeof LOCALES, random: RandomStream): string {
  return JSON.stringify({
    locale: pick<string>(LOCALES[region], random),
    theme: pick(THEMES, random),
    notifications: { email: random.next() < 0.7, push: random.next() < 0.4 },
  })
}

const mailbox = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, '')
