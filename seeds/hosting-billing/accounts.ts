// Tenants (hosting companies that resell), their people, what these may do, and what they did.
import type { Family } from './table-plan.js'
import {
  address,
  arrival,
  around,
  code,
  each,
  email,
  flag,
  hex,
  inTurn,
  json,
  name,
  words,
} from './values.js'

const created_at = arrival
const PLATFORM_ROLES = { owner: 20, admin: 20, support: 20, billing: 20, read_only: 20 }

export const accounts: Family = {
  tenants: {
    rows: each(0.01),
    columns: {
      name: name('company'),
      slug: code('tenant-'),
      plan: words({ starter: 60, business: 30, enterprise: 10 }),
      status: words({ active: 94, suspended: 6 }),
      created_at,
      deleted_at: around(-300, 0, 0.97),
    },
  },
  tenant_settings: {
    rows: each(0.03),
    references: { tenant_id: { to: 'tenants', draw: 'grouped' } },
    columns: {
      key: inTurn('branding', 'billing', 'security'),
      value: json('settings'),
      updated_at: arrival,
    },
  },
  users: {
    rows: each(0.03),
    references: { tenant_id: 'tenants' },
    columns: {
      email: email('staff'),
      name: name('person'),
      password_hash: hex(60),
      status: words({ active: 90, invited: 6, disabled: 4 }),
      last_login_at: around(-90, 0, 0.1),
      created_at,
      deleted_at: around(-300, 0, 0.97),
    },
  },
  sessions: {
    rows: each(0.03),
    references: { user_id: 'users' },
    columns: { token_hash: hex(64), ip_address: address, expires_at: around(-20, 30), created_at },
  },
  password_reset_tokens: {
    rows: each(0.002),
    references: { user_id: 'users' },
    columns: { token_hash: hex(64), expires_at: around(-60, 1), used_at: around(-60, 0, 0.4), created_at },
  },
  email_verification_tokens: {
    rows: each(0.003),
    references: { user_id: 'users' },
    columns: { token_hash: hex(64), expires_at: around(-90, 2), created_at },
  },
  api_keys: {
    rows: each(0.01),
    references: { user_id: 'users', tenant_id: 'tenants' },
    columns: { name: name('product'), key_hash: hex(64), last_used_at: around(-60, 0, 0.3), created_at },
  },
  login_attempts: {
    rows: each(0.03),
    references: { user_id: { to: 'users', nullShare: 0.1 } },
    columns: { email: email('staff'), ip_address: address, succeeded: flag(0.85), created_at },
  },
  roles: {
    rows: each(0.05),
    references: { tenant_id: 'tenants' },
    columns: { name: words(PLATFORM_ROLES), is_system: flag(0.8), created_at },
  },
  permissions: {
    rows: 120,
    columns: {
      name: code('permission.'),
      resource: words({ billing: 1, hosting: 1, support: 1, users: 1 }),
      created_at,
    },
  },
  role_permissions: {
    rows: each(0.15),
    references: {
      role_id: { to: 'roles', draw: 'grouped' },
      permission_id: { to: 'permissions', draw: 'in turn' },
    },
    columns: { created_at },
  },
  user_roles: {
    rows: each(0.03),
    references: { user_id: { to: 'users', draw: 'grouped' }, role_id: 'roles' },
    columns: { created_at },
  },
  audit_logs: {
    rows: each(1),
    references: { tenant_id: 'tenants', user_id: { to: 'users', nullShare: 0.2 } },
    columns: {
      action: words({
        'invoice.paid': 25,
        'user.login': 35,
        'backup.created': 20,
        'website.updated': 15,
        'user.deleted': 5,
      }),
      entity_type: words({ invoice: 25, user: 40, backup: 20, website: 15 }),
      ip_address: address,
      changes: json('changes'),
      created_at,
    },
  },
}
