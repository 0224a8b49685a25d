// CloudPods, small virtual machines of tenants: 24 tables.
import type { Family } from './table-plan.js'
import {
  address,
  arrival,
  around,
  code,
  count,
  each,
  flag,
  hex,
  hostname,
  json,
  money,
  name,
  sentence,
  words,
} from './values.js'

const created_at = arrival
const OUTCOMES = { completed: 90, failed: 4, running: 1, queued: 5 }

export const cloudPods: Family = {
  cloud_pod_regions: { rows: 6, columns: { name: name('city'), slug: code('region-'), created_at } },
  cloud_pod_hosts: {
    rows: 90,
    references: { region_id: 'cloud_pod_regions' },
    columns: { hostname, status: words({ online: 95, drained: 5 }), cores: count(32, 128), created_at },
  },
  cloud_pod_plans: {
    rows: 18,
    columns: {
      name: name('product'),
      cores: count(1, 16),
      memory_mb: count(512, 32_768),
      price: money(200),
      created_at,
    },
  },
  cloud_pod_images: {
    rows: 40,
    columns: {
      name: words({ 'debian-12': 40, 'ubuntu-24': 45, 'alma-9': 15 }),
      checksum: hex(64),
      is_active: flag(0.7),
      created_at,
    },
  },
  cloud_pod_templates: {
    rows: 300,
    references: { image_id: 'cloud_pod_images' },
    columns: { name: name('product'), configuration: json('settings'), created_at },
  },
  cloud_pods: {
    rows: each(0.03),
    references: {
      tenant_id: 'tenants',
      customer_id: 'customers',
      host_id: 'cloud_pod_hosts',
      plan_id: 'cloud_pod_plans',
      template_id: { to: 'cloud_pod_templates', nullShare: 0.3 },
    },
    columns: {
      hostname,
      status: words({ running: 78, stopped: 12, provisioning: 2, deleted: 8 }),
      memory_mb: count(512, 32_768),
      created_at,
      deleted_at: around(-300, 0, 0.92),
    },
  },
  cloud_pod_quotas: {
    rows: each(0.01),
    references: { tenant_id: { to: 'tenants', draw: 'grouped' } },
    columns: { most_pods: count(10, 5_000), most_cores: count(20, 9_000), updated_at: arrival },
  },
  cloud_pod_jobs: {
    rows: each(0.08),
    references: { pod_id: 'cloud_pods', tenant_id: 'tenants' },
    columns: {
      kind: words({ create: 20, reboot: 40, resize: 15, snapshot: 20, destroy: 5 }),
      status: words(OUTCOMES),
      attempts: count(1, 4),
      payload: json('event'),
      created_at,
    },
  },
  cloud_pod_events: {
    rows: each(0.02),
    references: { pod_id: 'cloud_pods' },
    columns: { kind: words({ started: 40, stopped: 40, crashed: 20 }), message: sentence, created_at },
  },
  cloud_pod_metrics: {
    rows: each(0.03),
    references: { pod_id: 'cloud_pods' },
    columns: { cpu_percent: count(0, 100), memory_mb: count(100, 32_000), created_at },
  },
  cloud_pod_volumes: {
    rows: each(0.03),
    references: { pod_id: 'cloud_pods', tenant_id: 'tenants' },
    columns: { name: code('vol-'), size_gb: count(10, 2_000), created_at },
  },
  cloud_pod_snapshots: {
    rows: each(0.03),
    references: { volume_id: { to: 'cloud_pod_volumes', nullShare: 0.2 }, pod_id: 'cloud_pods' },
    columns: { name: code('snap-'), size_gb: count(1, 500), created_at },
  },
  cloud_pod_backup_policies: {
    rows: each(0.01),
    references: { tenant_id: 'tenants' },
    columns: { name: name('product'), frequency: words({ daily: 70, weekly: 30 }), created_at },
  },
  cloud_pod_backups: {
    rows: each(0.03),
    references: { pod_id: 'cloud_pods', policy_id: { to: 'cloud_pod_backup_policies', nullShare: 0.2 } },
    columns: { status: words(OUTCOMES), size_gb: count(1, 500), expires_at: around(-10, 60), created_at },
  },
  cloud_pod_networks: {
    rows: each(0.012),
    references: { tenant_id: 'tenants', region_id: 'cloud_pod_regions' },
    columns: { name: code('net-'), cidr: address, created_at },
  },
  cloud_pod_network_interfaces: {
    rows: each(0.03),
    references: { pod_id: 'cloud_pods', network_id: { to: 'cloud_pod_networks', nullShare: 0.1 } },
    columns: { mac: hex(12), created_at },
  },
  cloud_pod_ip_addresses: {
    rows: each(0.03),
    references: { pod_id: 'cloud_pods', tenant_id: 'tenants' },
    columns: { address, is_primary: flag(0.8), created_at },
  },
  cloud_pod_security_groups: {
    rows: each(0.015),
    references: { tenant_id: 'tenants' },
    columns: { name: code('sg-'), description: sentence, created_at },
  },
  cloud_pod_security_group_rules: {
    rows: each(0.06),
    references: { security_group_id: 'cloud_pod_security_groups' },
    columns: {
      direction: words({ in: 70, out: 30 }),
      protocol: words({ tcp: 85, udp: 15 }),
      port: count(1, 65_535),
      cidr: address,
      created_at,
    },
  },
  cloud_pod_security_group_members: {
    rows: each(0.03),
    references: {
      pod_id: { to: 'cloud_pods', draw: 'grouped' },
      security_group_id: 'cloud_pod_security_groups',
    },
    columns: { created_at },
  },
  cloud_pod_webhooks: {
    rows: each(0.005),
    references: { tenant_id: 'tenants' },
    columns: { url: hostname, secret: hex(32), is_active: flag(0.85), created_at },
  },
  cloud_pod_webhook_deliveries: {
    rows: each(0.06),
    references: { webhook_id: 'cloud_pod_webhooks' },
    columns: {
      status: words({ delivered: 95, failed: 3, pending: 2 }),
      attempts: count(1, 6),
      next_attempt_at: around(-2, 2, 0.95),
      payload: json('event'),
      created_at,
    },
  },
  cloud_pod_audit_logs: {
    rows: each(0.05),
    references: { tenant_id: 'tenants', user_id: { to: 'users', nullShare: 0.2 } },
    columns: {
      action: words({ reboot: 50, resize: 20, destroy: 10, attach: 20 }),
      changes: json('changes'),
      created_at,
    },
  },
  cloud_pod_usage_records: {
    rows: each(0.04),
    references: { pod_id: 'cloud_pods', tenant_id: 'tenants' },
    columns: { hours: count(1, 24), amount: money(10), created_at },
  },
}
