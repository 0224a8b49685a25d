// Guardian, the security scanner: 8 tables.
import type { Family } from './table-plan.js'
import { arrival, around, count, each, flag, json, later, name, sentence, words } from './values.js'

const created_at = arrival
const SEVERITIES = { critical: 3, high: 12, medium: 35, low: 50 }

export const guardian: Family = {
  guardian_policies: {
    rows: 30,
    columns: { name: name('product'), severity: words(SEVERITIES), rules: json('settings'), created_at },
  },
  guardian_instances: {
    rows: each(0.01),
    references: { tenant_id: { to: 'tenants', draw: 'grouped' }, policy_id: 'guardian_policies' },
    columns: { status: words({ active: 90, paused: 10 }), created_at },
  },
  guardian_security_scans: {
    rows: each(0.03),
    references: { instance_id: 'guardian_instances', tenant_id: 'tenants' },
    columns: {
      status: words({ completed: 93, failed: 4, running: 3 }),
      findings: count(0, 40),
      created_at,
      finished_at: later(0.2, 0.05),
    },
  },
  guardian_findings: {
    rows: each(0.05),
    references: { scan_id: 'guardian_security_scans' },
    columns: { severity: words(SEVERITIES), title: name('finding'), is_open: flag(0.15), created_at },
  },
  guardian_remediation_tasks: {
    rows: each(0.03),
    references: {
      finding_id: 'guardian_findings',
      tenant_id: 'tenants',
      assignee_id: { to: 'users', nullShare: 0.4 },
    },
    columns: { status: words({ done: 80, open: 15, in_progress: 5 }), due_at: around(-300, 30), created_at },
  },
  guardian_audit_events: {
    rows: each(0.05),
    references: { tenant_id: 'tenants' },
    columns: {
      action: words({ 'scan.started': 50, 'finding.closed': 30, 'policy.changed': 20 }),
      details: json('changes'),
      created_at,
    },
  },
  guardian_alerts: {
    rows: each(0.01),
    references: { finding_id: 'guardian_findings' },
    columns: { channel: words({ email: 70, sms: 30 }), sent_at: later(0.1, 0.1), created_at },
  },
  guardian_exceptions: {
    rows: each(0.002),
    references: { finding_id: 'guardian_findings', approved_by: { to: 'users', nullShare: 0.1 } },
    columns: { reason: sentence, expires_at: around(-100, 300), created_at },
  },
}
