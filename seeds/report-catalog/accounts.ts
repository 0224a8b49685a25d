// Tables users, organizations and organization_members.
import type { TableData } from '../../src/model/dataset.js'
import { boolean, nullable, pooled, rowUuid, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { entry } from '../lib/pick.js'
import { rowFraction } from '../lib/row-fraction.js'
import { drawPool } from '../lib/seeded-faker.js'
import { PERIOD } from './period.js'
import { organizationId, userId, type ReportCatalogPlan } from './plan.js'

const NAME_PURPOSE = 10

export function accountTables(plan: ReportCatalogPlan): readonly TableData[] {
  return [usersTable(plan), organizationsTable(plan), membersTable(plan)]
}

function usersTable({ seed, counts, clockOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.users)
  const people = drawPool(2000, seed, 50, (faker) => faker.person.fullName())
  const nameOf = (row: number): string =>
    entry(people, Math.floor(rowFraction(seed, NAME_PURPOSE, row) * people.length))
  return defineTable(seed, 'report-catalog', {
    table: 'users',
    rows: counts.users,
    columns: {
      user_id: uuid(userId),
      google_id: text((row) => `1${String(row).padStart(20, '0')}`),
      email: text(
        (row) =>
          `${nameOf(row)
            .toLowerCase()
            .replace(/[^a-z]+/g, '.')}${row + 1}@restorer.example`,
      ),
      name: nullable(0.03, text(nameOf)),
      picture_url: nullable(
        0.2,
        text((row) => `https://pictures.example/${row + 1}`),
      ),
      email_verified: boolean((_, random) => random.next() < 0.95),
      locale: nullable(0.1, pooled('text', ['en-AU', 'en-AU', 'en-AU', 'en-NZ', 'en-GB'])),
      created_at: timestamptz((row) => clock.timeOf(row)),
      last_login_at: nullable(
        0.15,
        timestamptz((row, random) => recentSince(clock.timeOf(row), random.next())),
      ),
      updated_at: timestamptz((row) => clock.timeOf(row)),
    },
  })
}

function organizationsTable({ seed, counts, clockOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.organizations)
  const companies = drawPool(1000, seed, 51, (faker) => faker.company.name())
  const nameOf = (row: number): string => `${entry(companies, row % companies.length)} Restoration`
  const slug = (row: number): string =>
    `${nameOf(row)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')}-${row + 1}`
  return defineTable(seed, 'report-catalog', {
    table: 'organizations',
    rows: counts.organizations,
    columns: {
      id: uuid(organizationId),
      slug: text(slug),
      name: text(nameOf),
      description: nullable(
        0.5,
        pooled('text', [
          'Water, fire and storm restoration.',
          'Mould remediation.',
          'Builders for insurers.',
        ]),
      ),
      logo_url: nullable(
        0.6,
        text((row) => `https://pictures.example/logo/${row + 1}`),
      ),
      owner_id: uuid((row) => userId(row)),
      subscription_tier: pooled('text', ['free', 'free', 'free', 'monthly', 'monthly', 'yearly']),
      created_at: timestamptz((row) => clock.timeOf(row)),
      updated_at: timestamptz((row) => clock.timeOf(row)),
    },
  })
}

/** Every user is a member once: of the organization of its own draw. */
function membersTable({ seed, counts, clockOf, organizationOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.members)
  return defineTable(seed, 'report-catalog', {
    table: 'organization_members',
    rows: counts.members,
    columns: {
      id: uuid((row) => rowUuid('report-catalog/members', row)),
      organization_id: uuid((row) => organizationId(organizationOf(row % counts.customers))),
      user_id: uuid(userId),
      role: pooled('text', ['member', 'member', 'member', 'member', 'admin', 'viewer']),
      joined_at: timestamptz((row) => clock.timeOf(row)),
    },
  })
}

/** Most were here lately: the share of their time since is the cube of a uniform. */
const recentSince = (createdAt: number, point: number): number =>
  Math.floor(PERIOD.end - Math.max(0, PERIOD.end - createdAt) * point * point * point)
