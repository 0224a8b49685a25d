// Table tenants: the larger one is, the better its plan and the longer it has been here.
import type { TableData } from '../../src/model/dataset.js'
import { pooled, serial, text, timestamptz } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { entry } from '../lib/pick.js'
import { rowUniform } from '../lib/row-uniform.js'
import { drawPool } from '../lib/seeded-faker.js'
import { DAY_MS, PERIOD } from './period.js'
import { REGIONS } from './plan-tenants.js'
import type { ChatPlan } from './plan.js'

const NAME_POOL = 1000
const PLANS = ['enterprise', 'business', 'pro', 'free'] as const
/** One tenant in ten is on a plan that its size does not suggest. */
const UNEXPECTED_PLAN = 0.1

export function tenantsTable({ seed, tenants }: ChatPlan): TableData {
  const names = drawPool(NAME_POOL, seed, 20, (faker) => faker.company.name())
  const nameOf = (tenant: number): string =>
    entry(names, Math.floor(rowUniform(seed, 20, tenant) * names.length))
  const sizeOf = (tenant: number): number => (tenants.rankOf[tenant] ?? 0) / tenants.count
  return defineTable(seed, 'chat', {
    table: 'tenants',
    rows: tenants.count,
    columns: {
      id: serial(),
      name: text(nameOf),
      slug: text((tenant) => `${slugOf(nameOf(tenant))}-${tenant + 1}`),
      plan: pooled('text', PLANS, (tenant, random) =>
        random.next() < UNEXPECTED_PLAN ? random.below(PLANS.length) : planOfSize(sizeOf(tenant)),
      ),
      region: pooled('text', REGIONS, (tenant) => tenants.regionOf[tenant] ?? 0),
      created_at: timestamptz((tenant, random) => {
        const ageDays = 30 + Math.floor(random.next() * 900 * (1 - sizeOf(tenant)))
        return PERIOD.start - ageDays * DAY_MS
      }),
    },
  })
}

/** An index of PLANS. */
function planOfSize(size: number): number {
  if (size < 0.03) return 0
  if (size < 0.15) return 1
  return size < 0.45 ? 2 : 3
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
