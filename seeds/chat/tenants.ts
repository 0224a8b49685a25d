// Table tenants: the larger one is, the better its plan and the longer it has been here.
import type { ColumnValue, TableData } from '../../src/model/dataset.js'
import { randomStream, type RandomStream } from '../../src/model/random.js'
import { entry, pick } from '../lib/pick.js'
import { drawPool } from '../lib/seeded-faker.js'
import { DAY_MS, PERIOD } from './period.js'
import type { ChatPlan } from './plan.js'

const NAME_POOL = 1000
const PLANS = ['enterprise', 'business', 'pro', 'free'] as const
/** One tenant in ten is on a plan that its size does not suggest. */
const UNEXPECTED_PLAN = 0.1

export function tenantsTable(plan: ChatPlan): TableData {
  const { count } = plan.tenants
  return {
    schema: 'public',
    table: 'tenants',
    columns: [
      { name: 'id', type: 'integer' },
      { name: 'name', type: 'text' },
      { name: 'slug', type: 'text' },
      { name: 'plan', type: 'text' },
      { name: 'region', type: 'text' },
      { name: 'created_at', type: 'timestamptz' },
    ],
    rowCount: count,
    rows: () => tenantRows(plan),
  }
}

function* tenantRows({ seed, tenants }: ChatPlan): Iterable<ColumnValue[]> {
  const random = randomStream(seed, 'chat/tenants')
  const names = drawPool(NAME_POOL, seed, 20, (faker) => faker.company.name())
  for (const [tenant, rank] of tenants.rankOf.entries()) {
    const name = pick(names, random)
    const size = rank / tenants.count
    const ageDays = 30 + Math.floor(random.next() * 900 * (1 - size))
    yield [
      tenant + 1,
      name,
      `${slugOf(name)}-${tenant + 1}`,
      drawPlan(size, random),
      entry(tenants.regionOf, tenant),
      PERIOD.start - ageDays * DAY_MS,
    ]
  }
}

function drawPlan(size: number, random: RandomStream): string {
  if (random.next() < UNEXPECTED_PLAN) return pick(PLANS, random)
  if (size < 0.03) return 'enterprise'
  if (size < 0.15) return 'business'
  return size < 0.45 ? 'pro' : 'free'
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
