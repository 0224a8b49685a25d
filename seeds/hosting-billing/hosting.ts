// What customers bought: websites, virtual servers, mail, names, certificates, and the backups of them.
import type { Family } from './table-plan.js'
import {
  address,
  arrival,
  around,
  code,
  count,
  each,
  email,
  flag,
  hex,
  hostname,
  json,
  name,
  sentence,
  words,
} from './values.js'

const created_at = arrival
const RUNNING = { active: 88, suspended: 8, deleted: 4 }
const OUTCOMES = { completed: 90, failed: 4, running: 1, pending: 5 }

export const hosting: Family = {
  server_groups: {
    rows: 12,
    columns: { name: name('product'), region: words({ us: 1, eu: 1, apac: 1 }), created_at },
  },
  servers: {
    rows: 240,
    references: { group_id: 'server_groups' },
    columns: {
      hostname,
      address,
      status: words({ online: 95, maintenance: 5 }),
      cores: count(8, 64),
      created_at,
    },
  },
  websites: {
    rows: each(0.06),
    references: { subscription_id: 'subscriptions', tenant_id: 'tenants', server_id: 'servers' },
    columns: {
      domain_name: hostname,
      php_version: words({ 8.1: 20, 8.2: 35, 8.3: 45 }),
      status: words(RUNNING),
      disk_mb: count(5, 20_000),
      created_at,
    },
  },
  deployments: {
    rows: each(0.04),
    references: { subscription_id: 'subscriptions', tenant_id: 'tenants', server_id: 'servers' },
    columns: {
      hostname,
      image: words({ 'debian-12': 40, 'ubuntu-24': 45, 'alma-9': 15 }),
      status: words({ running: 80, stopped: 12, failed: 8 }),
      created_at,
    },
  },
  domains: {
    rows: each(0.04),
    references: { customer_id: 'customers', tenant_id: 'tenants' },
    columns: {
      domain_name: hostname,
      registrar: words({ enom: 50, openprovider: 50 }),
      expires_at: around(-20, 365),
      auto_renew: flag(0.8),
      created_at,
    },
  },
  dns_zones: {
    rows: each(0.03),
    references: { domain_id: { to: 'domains', draw: 'grouped' } },
    columns: { zone: hostname, serial: count(1, 900_000), created_at },
  },
  dns_records: {
    rows: each(0.06),
    references: { zone_id: 'dns_zones' },
    columns: {
      host: words({ '@': 40, www: 40, mail: 20 }),
      kind: words({ A: 60, MX: 20, TXT: 20 }),
      value: address,
      ttl: count(60, 86_400),
      created_at,
    },
  },
  mailboxes: {
    rows: each(0.08),
    references: { domain_id: 'domains', tenant_id: 'tenants' },
    columns: {
      email: email('mailbox'),
      status: words(RUNNING),
      quota_mb: count(500, 20_000),
      used_mb: count(0, 500),
      created_at,
    },
  },
  mail_aliases: {
    rows: each(0.02),
    references: { mailbox_id: 'mailboxes' },
    columns: { alias: email('alias'), created_at },
  },
  hosted_databases: {
    rows: each(0.02),
    references: { website_id: 'websites' },
    columns: {
      name: code('db_'),
      engine: words({ mariadb: 80, postgresql: 20 }),
      size_mb: count(1, 4_000),
      created_at,
    },
  },
  ftp_accounts: {
    rows: each(0.02),
    references: { website_id: 'websites' },
    columns: { username: code('ftp_'), home: words({ '/': 60, '/public_html': 40 }), created_at },
  },
  cron_jobs: {
    rows: each(0.02),
    references: { website_id: 'websites' },
    columns: {
      schedule: words({ '*/5 * * * *': 40, '0 3 * * *': 60 }),
      command: sentence,
      is_active: flag(0.9),
      created_at,
    },
  },
  backup_schedules: {
    rows: each(0.02),
    references: { website_id: 'websites' },
    columns: { frequency: words({ daily: 70, weekly: 30 }), keep: count(3, 30), created_at },
  },
  backups: {
    rows: each(0.08),
    references: {
      schedule_id: { to: 'backup_schedules', nullShare: 0.3 },
      website_id: 'websites',
      tenant_id: 'tenants',
    },
    columns: {
      backup_type: words({ full: 20, incremental: 65, database: 15 }),
      status: words(OUTCOMES),
      size_mb: count(1, 20_000),
      storage_path: hex(40),
      expires_at: around(-10, 60),
      created_at,
    },
  },
  ssl_certificates: {
    rows: each(0.06),
    references: { website_id: 'websites', tenant_id: 'tenants' },
    columns: {
      domain_name: hostname,
      issuer: words({ "Let's Encrypt": 90, Sectigo: 10 }),
      status: words({ issued: 93, pending: 4, revoked: 3 }),
      auto_renew: flag(0.9),
      expires_at: around(-10, 365),
      created_at,
    },
  },
  provisioning_tasks: {
    rows: each(0.02),
    references: { subscription_id: 'subscriptions', server_id: 'servers' },
    columns: {
      kind: words({ create: 60, suspend: 20, resize: 20 }),
      status: words(OUTCOMES),
      payload: json('event'),
      created_at,
    },
  },
}
