import { describe, expect, it } from 'vitest'
import { tenantAuthCounts } from '../../../../seeds/tenant-auth/counts.js'
import { tenantAuth } from '../../../../seeds/tenant-auth/generate.js'
import { danglingReferences, valuesOf, type Reference } from '../../../support/dangling-references.js'
import { rowsOfTable } from '../../../support/dataset-rows.js'

const REFERENCES: readonly Reference[] = [
  ['users.tenant_id', 'tenants.id'],
  ['users.role', 'roles.name'],
  ['role_permissions.role_name', 'roles.name'],
  ['role_permissions.permission_name', 'permissions.name'],
  ['user_roles.user_id', 'users.id'],
  ['user_roles.role_name', 'roles.name'],
  ['refresh_tokens.user_id', 'users.id'],
  ['email_verification_tokens.user_id', 'users.id'],
  ['password_reset_tokens.user_id', 'users.id'],
  ['audit_logs.tenant_id', 'tenants.id'],
  ['audit_logs.user_id', 'users.id'],
  ['login_attempts.user_id', 'users.id'],
  ['notifications.recipient_id', 'users.id'],
  ['tenant_subscriptions.tenant_id', 'tenants.id'],
]
const UNIQUE = [
  'tenants.id',
  'tenants.schema_name',
  'users.id',
  'users.email',
  'refresh_tokens.token_hash',
  'tenant_subscriptions.tenant_id',
]

const tables = tenantAuth.generate(1, 10_000)
const users = rowsOfTable(tables, 'users')

describe('the rows of tenant-auth', () => {
  it.each([500, 501, 5000])('are as many as announced for %d users, and each tenant has some', (mainRows) => {
    const small = tenantAuth.generate(3, mainRows)
    const counts = tenantAuthCounts(mainRows)
    expect(small.map((table) => [table.table, [...table.rows()].length])).toEqual(
      small.map((table) => [table.table, table.rowCount]),
    )
    expect(rowsOfTable(small, 'users')).toHaveLength(mainRows)
    expect(rowsOfTable(small, 'refresh_tokens')).toHaveLength(counts.refreshTokens)
    const seen = new Set(valuesOf(small, 'users.tenant_id').filter((tenant) => tenant !== null))
    expect(seen.size).toBe(counts.tenants)
  })

  it('are the same for a seed, in every pass, and others for another seed', () => {
    const rowsOf = (seed: number): unknown[] => tenantAuth.generate(seed, 600).map(({ rows }) => [...rows()])
    expect(rowsOf(5)).toEqual(rowsOf(5))
    expect(rowsOf(6)).not.toEqual(rowsOf(5))
  })

  it('refer to rows that are there', () => {
    expect(danglingReferences(tenantAuth.generate(2, 2000), REFERENCES)).toEqual({})
  })

  it.each(UNIQUE)('have each value of %s once', (place) => {
    const values = valuesOf(tables, place)
    expect(new Set(values).size).toBe(values.length)
  })

  it('say of an event the tenant of its user, where they say one', () => {
    const tenantOf = new Map(users.map((user) => [user['id'], user['tenant_id']]))
    const strange = rowsOfTable(tables, 'audit_logs').filter((event) => {
      const tenant = tenantOf.get(event['user_id'])
      return event['tenant_id'] !== null && tenant !== null && tenant !== event['tenant_id']
    })
    expect(strange).toEqual([])
  })
})

describe('the shape of tenant-auth', () => {
  it('gives the largest school some hundredths of the users and leaves small ones', () => {
    const sizes = new Map<unknown, number>()
    for (const { tenant_id } of users) sizes.set(tenant_id, (sizes.get(tenant_id) ?? 0) + 1)
    sizes.delete(null)
    const sorted = [...sizes.values()].sort((a, b) => b - a)
    expect(sorted[0]).toBeGreaterThan(0.04 * users.length)
    expect(sorted[0]).toBeLessThan(0.12 * users.length)
    expect(sorted.at(-1)).toBeLessThan(100)
  })

  it('lets those wait who signed up lately, with a profile; who was approved has none', () => {
    const pending = users.flatMap(({ status }, user) => (status === 'pending' ? [user] : []))
    expect(pending.length / users.length).toBeGreaterThan(0.01)
    expect(pending.length / users.length).toBeLessThan(0.04)
    expect(pending.filter((user) => user > 0.85 * users.length).length).toBeGreaterThan(0.7 * pending.length)
    const withProfile = users.filter((user) => user['pending_profile_data'] !== null)
    expect(new Set(withProfile.map(({ status }) => status))).toEqual(new Set(['pending', 'rejected']))
  })

  it('keeps refresh tokens of which more than half have expired, and valid ones of every kind', () => {
    const present = Date.parse('2025-01-01T00:00:00Z')
    const validShare = (table: string): number => {
      const expiries = valuesOf(tables, `${table}.expires_at`).map(Number)
      return expiries.filter((expiry) => expiry > present).length / expiries.length
    }
    expect(validShare('refresh_tokens')).toBeGreaterThan(0.3)
    expect(validShare('refresh_tokens')).toBeLessThan(0.5)
    expect(validShare('email_verification_tokens')).toBeGreaterThan(0)
    expect(validShare('password_reset_tokens')).toBeLessThan(0.05)
  })
})
