// Table tenants: the larger one is, the better its plan and the longer it has been here.
import type { TableData } from '../../src/model/dataset.js'
import type { RandomStream } from '../../src/model/random.js'
import { boolean, pooled, text, timestamptz } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { entry } from '../lib/pick.js'
import { rowUniform } from '../lib/row-uniform.js'
import { idColumn } from './owned-columns.js'
import { DAY_MS, PERIOD } from './period.js'
import type { Plan } from './plan.js'

const PLANS = ['enterprise', 'business', 'starter', 'trial'] as const
/** One tenant of so many lets support in, whatever its size. */
const TENANTS_PER_OPEN = 8
const SETTINGS = ['en', 'de', 'fr'].flatMap((language) =>
  ['voyage-3-lite', 'voyage-3'].map((embeddings) => JSON.stringify({ language, embeddings, retention: 365 })),
)

export function tenantsTable({ seed, counts, tenants, texts }: Plan): TableData {
  const nameOf = (row: number): string =>
    entry(texts.companies, Math.floor(rowUniform(seed, 1, row) * texts.companies.length))
  const sizeOf = (row: number): number => entry(tenants.rankOf, row) / tenants.count
  return defineTable(seed, 'assistant-platform', {
    table: 'tenants',
    rows: counts.tenants,
    columns: {
      id: idColumn('tenants'),
      name: text(nameOf),
      slug: text((row) => `${slugOf(nameOf(row))}-${row + 1}`),
      plan: pooled('text', PLANS, (row, random) => drawPlan(sizeOf(row), random)),
      support_access: boolean((row) => row % TENANTS_PER_OPEN === 3),
      settings: pooled('jsonb', SETTINGS),
      created_at: timestamptz(
        (row, random) => PERIOD.start - Math.floor((10 + 700 * random.next() * (1 - sizeOf(row))) * DAY_MS),
      ),
    },
  })
}

function drawPlan(size: number, random: RandomStream): number {
  if (random.next() < 0.1) return random.below(PLANS.length)
  return size < 0.03 ? 0 : size < 0.2 ? 1 : size < 0.6 ? 2 : 3
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
