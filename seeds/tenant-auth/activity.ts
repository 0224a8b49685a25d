// Tables audit_logs, login_attempts and notifications: what happens grows without bound beside the accounts.
import type { TableData } from '../../src/model/dataset.js'
import { boolean, nullable, pooled, rowUuid, serial, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable, type TableDefinition } from '../lib/define-table.js'
import { rowFraction } from '../lib/row-fraction.js'
import { arrivalClock } from '../lib/arrival-clock.js'
import { PERIOD } from './period.js'
import type { TenantAuthPlan } from './plan.js'
import { tenantId } from './tenants.js'
import { userId } from './users.js'

const ACTIONS = [
  ...Array<string>(12).fill('user.login'),
  ...Array<string>(5).fill('user.updated'),
  'user.approved',
  'user.created',
  'user.rejected',
  'user.role_changed',
  'tenant.settings_changed',
  'export.downloaded',
]
const KINDS = [
  'approval',
  'approval',
  'password_reset',
  'announcement',
  'announcement',
  'announcement',
] as const
const STATES = [...Array<string>(18).fill('sent'), 'queued', 'failed']
const USER_PURPOSE = 20

export function activityTables(plan: TenantAuthPlan): readonly TableData[] {
  return [auditLogs(plan), loginAttempts(plan), notifications(plan)]
}

function auditLogs(plan: TenantAuthPlan): TableData {
  const { user, time } = events(plan, plan.counts.auditLogs, 1)
  return table(plan, 'audit_logs', plan.counts.auditLogs, {
    id: serial('bigint'),
    tenant_id: nullable(
      0.01,
      uuid((row) => tenantId(Math.max(0, plan.tenantOf(user(row))))),
    ),
    user_id: uuid((row) => userId(user(row))),
    action: pooled('text', ACTIONS),
    resource_type: pooled('text', ['user', 'user', 'student', 'attendance', 'grade', 'invoice']),
    resource_id: uuid((row) => rowUuid('tenant-auth/resources', row)),
    details: nullable(
      0.4,
      pooled('jsonb', ['{"source": "web"}', '{"source": "mobile"}', '{"source": "import"}']),
    ),
    created_at: timestamptz(time),
  })
}

function loginAttempts(plan: TenantAuthPlan): TableData {
  const { user, time } = events(plan, plan.counts.loginAttempts, 2)
  return table(plan, 'login_attempts', plan.counts.loginAttempts, {
    id: serial('bigint'),
    user_id: nullable(
      0.07,
      uuid((row) => userId(user(row))),
    ),
    ip_address: text((row, random) => `10.${user(row) % 200}.${random.below(20)}.${1 + random.below(250)}`),
    success: boolean((_, random) => random.next() < 0.91),
    attempted_at: timestamptz(time),
  })
}

function notifications(plan: TenantAuthPlan): TableData {
  const { user, time } = events(plan, plan.counts.notifications, 3)
  return table(plan, 'notifications', plan.counts.notifications, {
    id: serial('bigint'),
    recipient_id: uuid((row) => userId(user(row))),
    kind: pooled('text', KINDS),
    status: pooled('text', STATES),
    created_at: timestamptz(time),
  })
}

/** Which user an event is of, and when it was; events come as users do. */
function events(
  { seed, counts }: TenantAuthPlan,
  rows: number,
  purpose: number,
): { user: (row: number) => number; time: (row: number) => number } {
  const clock = arrivalClock({ ...PERIOD, events: rows, seed: seed + purpose })
  return {
    user: (row) => Math.floor(rowFraction(seed, USER_PURPOSE + purpose, row) * counts.users),
    time: (row) => clock.timeOf(row),
  }
}

const table = (
  { seed }: TenantAuthPlan,
  name: string,
  rows: number,
  columns: TableDefinition['columns'],
): TableData => defineTable(seed, 'tenant-auth', { schema: 'shared', table: name, rows, columns })
