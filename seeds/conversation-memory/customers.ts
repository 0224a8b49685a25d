// The people: staff, customers, their addresses, what the assistant noted of them, their calls.
import type { TableData } from '../../src/model/dataset.js'
import {
  boolean,
  integer,
  jsonb,
  nullable,
  pooled,
  rowUuid,
  text,
  timestamptz,
  uuid,
} from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { entry } from '../lib/pick.js'
import { drawPool } from '../lib/seeded-faker.js'
import { DATASET, type MemoryPlan } from './plan.js'
import { noteTexts, sentences } from './texts.js'

const STAFF = 12

export function customerTables(plan: MemoryPlan): readonly TableData[] {
  const { seed, customers, clockOf } = plan
  const names = drawPool(2_000, seed, 21, (faker) => faker.person.fullName())
  const cities = drawPool(300, seed, 22, (faker) => faker.location.city())
  const streets = drawPool(1_000, seed, 23, (faker) => faker.location.streetAddress())
  const made = clockOf(customers)
  const notes = customers * 2
  const calls = Math.floor(customers * 1.5)
  const [noted, called] = [clockOf(notes), clockOf(calls)]
  const customerOf = (row: number): string => rowUuid('customer', row % customers)
  return [
    defineTable(seed, DATASET, {
      table: 'User',
      rows: STAFF,
      columns: {
        id: uuid((row) => rowUuid('user', row)),
        name: text((row) => entry(names, row)),
        email: text((row) => `staff${row}@example.com`),
        created_at: timestamptz((row) => made.timeAt(row / STAFF)),
      },
    }),
    defineTable(seed, DATASET, {
      table: 'Customer',
      rows: customers,
      columns: {
        id: uuid((row) => rowUuid('customer', row)),
        name: pooled('text', names),
        phone: nullable(
          0.05,
          text((row) => `+1555${String(1_000_000 + row * 7).padStart(7, '0')}`),
        ),
        email: nullable(
          0.3,
          text((row) => `customer${row}@example.com`),
        ),
        preferences: jsonb((_, random) =>
          JSON.stringify({ channel: random.coin() ? 'sms' : 'phone', mornings: random.coin() }),
        ),
        created_at: timestamptz(made.timeOf),
      },
    }),
    defineTable(seed, DATASET, {
      table: 'CustomerAddress',
      rows: Math.floor(customers * 1.1),
      columns: {
        id: uuid((row) => rowUuid('address', row)),
        customer_id: uuid(customerOf),
        street: pooled('text', streets),
        city: pooled('text', cities),
        is_primary: boolean((row) => row < customers),
      },
    }),
    defineTable(seed, DATASET, {
      table: 'MemoryNote',
      rows: notes,
      columns: {
        id: uuid((row) => rowUuid('note', row)),
        customer_id: uuid(customerOf),
        kind: pooled('text', ['preference', 'fact', 'promise', 'warning']),
        content: pooled('text', noteTexts(seed)),
        created_at: timestamptz(noted.timeOf),
      },
    }),
    defineTable(seed, DATASET, {
      table: 'Call',
      rows: calls,
      columns: {
        id: uuid((row) => rowUuid('call', row)),
        customer_id: uuid(customerOf),
        duration_seconds: integer((_, random) => 20 + random.below(900)),
        transcript: pooled('text', sentences(seed)),
        started_at: timestamptz(called.timeOf),
      },
    }),
  ]
}
