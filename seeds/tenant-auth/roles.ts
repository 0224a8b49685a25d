// Tables roles, permissions and who has which: small ones that every request reads.
import type { TableData } from '../../src/model/dataset.js'
import { rowUuid, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { entry } from '../lib/pick.js'
import { PERIOD } from './period.js'
import type { TenantAuthPlan } from './plan.js'
import { userId } from './users.js'

export const ROLES = [
  'student',
  'teacher',
  'admin',
  'superadmin',
  'head_of_department',
  'librarian',
  'bursar',
] as const
/** Roles that a user can have beside the one of the account. */
const ADDITIONAL = ['head_of_department', 'librarian', 'bursar'] as const
const OBJECTS = [
  'users',
  'students',
  'attendance',
  'grades',
  'fees',
  'messages',
  'reports',
  'settings',
] as const
const ACTIONS = ['read', 'write', 'manage'] as const
const PERMISSIONS = OBJECTS.flatMap((object) => ACTIONS.map((action) => `${object}:${action}`))
/** How many of the permissions each role has, in the order of ROLES. */
const GRANTED = [4, 10, 22, 24, 14, 6, 7]

export function roleTables(plan: TenantAuthPlan): readonly TableData[] {
  const grants = ROLES.flatMap((role, index) =>
    PERMISSIONS.slice(0, GRANTED[index]).map((permission) => ({ role, permission })),
  )
  return [
    constantTable(plan, 'roles', ROLES.length, {
      name: (row) => entry(ROLES, row),
      description: (row) => `May do what a ${entry(ROLES, row).replaceAll('_', ' ')} does`,
    }),
    constantTable(plan, 'permissions', PERMISSIONS.length, { name: (row) => entry(PERMISSIONS, row) }),
    constantTable(plan, 'role_permissions', grants.length, {
      role_name: (row) => entry(grants, row).role,
      permission_name: (row) => entry(grants, row).permission,
    }),
  ]
}

/** Every n-th user has one more role, so that nobody has the same one twice. */
export function userRolesTable({ seed, counts, clock }: TenantAuthPlan): TableData {
  const every = Math.floor(counts.users / counts.userRoles)
  return defineTable(seed, 'tenant-auth', {
    schema: 'shared',
    table: 'user_roles',
    rows: counts.userRoles,
    columns: {
      id: uuid((row) => rowUuid('tenant-auth/user-roles', row)),
      user_id: uuid((row) => userId(row * every)),
      role_name: text((_, random) => entry(ADDITIONAL, random.below(ADDITIONAL.length))),
      created_at: timestamptz((row) => Math.min(PERIOD.end, clock.timeOf(row * every))),
    },
  })
}

const constantTable = (
  { seed }: TenantAuthPlan,
  table: string,
  rows: number,
  columns: Readonly<Record<string, (row: number) => string>>,
): TableData =>
  defineTable(seed, 'tenant-auth', {
    schema: 'shared',
    table,
    rows,
    columns: Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, text(value)])),
  })
