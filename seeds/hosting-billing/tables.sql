-- The 97 tables of the dataset hosting-billing, before any row is in them, in the order of their families.

-- Tenants and their people, roles, audit trail

CREATE TABLE tenants (
  id integer NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  plan text NOT NULL,
  status text NOT NULL,
  created_at timestamptz NOT NULL,
  deleted_at timestamptz
);

CREATE TABLE tenant_settings (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  key text NOT NULL,
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE users (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  password_hash text NOT NULL,
  status text NOT NULL,
  last_login_at timestamptz,
  created_at timestamptz NOT NULL,
  deleted_at timestamptz
);

CREATE TABLE sessions (
  id integer NOT NULL,
  user_id integer NOT NULL,
  token_hash text NOT NULL,
  ip_address text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE password_reset_tokens (
  id integer NOT NULL,
  user_id integer NOT NULL,
  token_hash text NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE email_verification_tokens (
  id integer NOT NULL,
  user_id integer NOT NULL,
  token_hash text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE api_keys (
  id integer NOT NULL,
  user_id integer NOT NULL,
  tenant_id integer NOT NULL,
  name text NOT NULL,
  key_hash text NOT NULL,
  last_used_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE login_attempts (
  id integer NOT NULL,
  user_id integer,
  email text NOT NULL,
  ip_address text NOT NULL,
  succeeded boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE roles (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  name text NOT NULL,
  is_system boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE permissions (
  id integer NOT NULL,
  name text NOT NULL,
  resource text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE role_permissions (
  id integer NOT NULL,
  role_id integer NOT NULL,
  permission_id integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE user_roles (
  id integer NOT NULL,
  user_id integer NOT NULL,
  role_id integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE audit_logs (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  user_id integer,
  action text NOT NULL,
  entity_type text NOT NULL,
  ip_address text NOT NULL,
  changes jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

-- Catalogue, subscriptions, invoices, payments

CREATE TABLE product_categories (
  id integer NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  position integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE products (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  category_id integer NOT NULL,
  name text NOT NULL,
  sku text NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  description text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE prices (
  id integer NOT NULL,
  product_id integer NOT NULL,
  currency text NOT NULL,
  period text NOT NULL,
  amount numeric(12, 2) NOT NULL,
  is_active boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE tax_rates (
  id integer NOT NULL,
  country text NOT NULL,
  percent numeric(12, 2) NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE customers (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  company text,
  stripe_customer_id text NOT NULL,
  status text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE customer_contacts (
  id integer NOT NULL,
  customer_id integer NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  phone text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE payment_methods (
  id integer NOT NULL,
  customer_id integer NOT NULL,
  brand text NOT NULL,
  last4 integer NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE subscriptions (
  id integer NOT NULL,
  price_id integer NOT NULL,
  product_id integer NOT NULL,
  tenant_id integer NOT NULL,
  customer_id integer NOT NULL,
  status text NOT NULL,
  stripe_subscription_id text NOT NULL,
  next_billing_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE subscription_items (
  id integer NOT NULL,
  subscription_id integer NOT NULL,
  price_id integer NOT NULL,
  quantity integer NOT NULL,
  amount numeric(12, 2) NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE invoices (
  id integer NOT NULL,
  subscription_id integer,
  customer_id integer NOT NULL,
  tenant_id integer NOT NULL,
  number text NOT NULL,
  status text NOT NULL,
  currency text NOT NULL,
  total numeric(12, 2) NOT NULL,
  due_at timestamptz NOT NULL,
  paid_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE invoice_items (
  id integer NOT NULL,
  invoice_id integer NOT NULL,
  subscription_id integer,
  product_id integer,
  description text NOT NULL,
  quantity integer NOT NULL,
  amount numeric(12, 2) NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE payments (
  id integer NOT NULL,
  invoice_id integer NOT NULL,
  customer_id integer NOT NULL,
  tenant_id integer NOT NULL,
  amount numeric(12, 2) NOT NULL,
  status text NOT NULL,
  stripe_payment_intent_id text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE refunds (
  id integer NOT NULL,
  payment_id integer NOT NULL,
  amount numeric(12, 2) NOT NULL,
  reason text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE credit_notes (
  id integer NOT NULL,
  invoice_id integer NOT NULL,
  tenant_id integer NOT NULL,
  number text NOT NULL,
  amount numeric(12, 2) NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE stripe_orders (
  id integer NOT NULL,
  customer_id integer NOT NULL,
  tenant_id integer NOT NULL,
  user_id integer,
  stripe_session_id text NOT NULL,
  status text NOT NULL,
  amount numeric(12, 2) NOT NULL,
  line_items jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE stripe_events (
  id integer NOT NULL,
  stripe_event_id text NOT NULL,
  kind text NOT NULL,
  payload jsonb NOT NULL,
  processed_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE promo_codes (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  code text NOT NULL,
  percent_off integer NOT NULL,
  is_active boolean NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE promo_code_usage (
  id integer NOT NULL,
  subscription_id integer NOT NULL,
  tenant_id integer NOT NULL,
  promo_code_id integer NOT NULL,
  discount numeric(12, 2) NOT NULL,
  token text NOT NULL,
  created_at timestamptz NOT NULL
);

-- Hosting: websites, servers, mail, names, certificates, backups

CREATE TABLE server_groups (
  id integer NOT NULL,
  name text NOT NULL,
  region text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE servers (
  id integer NOT NULL,
  group_id integer NOT NULL,
  hostname text NOT NULL,
  address text NOT NULL,
  status text NOT NULL,
  cores integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE websites (
  id integer NOT NULL,
  subscription_id integer NOT NULL,
  tenant_id integer NOT NULL,
  server_id integer NOT NULL,
  domain_name text NOT NULL,
  php_version text NOT NULL,
  status text NOT NULL,
  disk_mb integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE deployments (
  id integer NOT NULL,
  subscription_id integer NOT NULL,
  tenant_id integer NOT NULL,
  server_id integer NOT NULL,
  hostname text NOT NULL,
  image text NOT NULL,
  status text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE domains (
  id integer NOT NULL,
  customer_id integer NOT NULL,
  tenant_id integer NOT NULL,
  domain_name text NOT NULL,
  registrar text NOT NULL,
  expires_at timestamptz NOT NULL,
  auto_renew boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE dns_zones (
  id integer NOT NULL,
  domain_id integer NOT NULL,
  zone text NOT NULL,
  serial integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE dns_records (
  id integer NOT NULL,
  zone_id integer NOT NULL,
  host text NOT NULL,
  kind text NOT NULL,
  value text NOT NULL,
  ttl integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE mailboxes (
  id integer NOT NULL,
  domain_id integer NOT NULL,
  tenant_id integer NOT NULL,
  email text NOT NULL,
  status text NOT NULL,
  quota_mb integer NOT NULL,
  used_mb integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE mail_aliases (
  id integer NOT NULL,
  mailbox_id integer NOT NULL,
  alias text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE hosted_databases (
  id integer NOT NULL,
  website_id integer NOT NULL,
  name text NOT NULL,
  engine text NOT NULL,
  size_mb integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE ftp_accounts (
  id integer NOT NULL,
  website_id integer NOT NULL,
  username text NOT NULL,
  home text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cron_jobs (
  id integer NOT NULL,
  website_id integer NOT NULL,
  schedule text NOT NULL,
  command text NOT NULL,
  is_active boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE backup_schedules (
  id integer NOT NULL,
  website_id integer NOT NULL,
  frequency text NOT NULL,
  keep integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE backups (
  id integer NOT NULL,
  schedule_id integer,
  website_id integer NOT NULL,
  tenant_id integer NOT NULL,
  backup_type text NOT NULL,
  status text NOT NULL,
  size_mb integer NOT NULL,
  storage_path text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE ssl_certificates (
  id integer NOT NULL,
  website_id integer NOT NULL,
  tenant_id integer NOT NULL,
  domain_name text NOT NULL,
  issuer text NOT NULL,
  status text NOT NULL,
  auto_renew boolean NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE provisioning_tasks (
  id integer NOT NULL,
  subscription_id integer NOT NULL,
  server_id integer NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

-- CloudPods: 24 tables

CREATE TABLE cloud_pod_regions (
  id integer NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_hosts (
  id integer NOT NULL,
  region_id integer NOT NULL,
  hostname text NOT NULL,
  status text NOT NULL,
  cores integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_plans (
  id integer NOT NULL,
  name text NOT NULL,
  cores integer NOT NULL,
  memory_mb integer NOT NULL,
  price numeric(12, 2) NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_images (
  id integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  is_active boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_templates (
  id integer NOT NULL,
  image_id integer NOT NULL,
  name text NOT NULL,
  configuration jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pods (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  customer_id integer NOT NULL,
  host_id integer NOT NULL,
  plan_id integer NOT NULL,
  template_id integer,
  hostname text NOT NULL,
  status text NOT NULL,
  memory_mb integer NOT NULL,
  created_at timestamptz NOT NULL,
  deleted_at timestamptz
);

CREATE TABLE cloud_pod_quotas (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  most_pods integer NOT NULL,
  most_cores integer NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_jobs (
  id integer NOT NULL,
  pod_id integer NOT NULL,
  tenant_id integer NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  attempts integer NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_events (
  id integer NOT NULL,
  pod_id integer NOT NULL,
  kind text NOT NULL,
  message text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_metrics (
  id integer NOT NULL,
  pod_id integer NOT NULL,
  cpu_percent integer NOT NULL,
  memory_mb integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_volumes (
  id integer NOT NULL,
  pod_id integer NOT NULL,
  tenant_id integer NOT NULL,
  name text NOT NULL,
  size_gb integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_snapshots (
  id integer NOT NULL,
  volume_id integer,
  pod_id integer NOT NULL,
  name text NOT NULL,
  size_gb integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_backup_policies (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  name text NOT NULL,
  frequency text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_backups (
  id integer NOT NULL,
  pod_id integer NOT NULL,
  policy_id integer,
  status text NOT NULL,
  size_gb integer NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_networks (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  region_id integer NOT NULL,
  name text NOT NULL,
  cidr text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_network_interfaces (
  id integer NOT NULL,
  pod_id integer NOT NULL,
  network_id integer,
  mac text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_ip_addresses (
  id integer NOT NULL,
  pod_id integer NOT NULL,
  tenant_id integer NOT NULL,
  address text NOT NULL,
  is_primary boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_security_groups (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  name text NOT NULL,
  description text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_security_group_rules (
  id integer NOT NULL,
  security_group_id integer NOT NULL,
  direction text NOT NULL,
  protocol text NOT NULL,
  port integer NOT NULL,
  cidr text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_security_group_members (
  id integer NOT NULL,
  pod_id integer NOT NULL,
  security_group_id integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_webhooks (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  url text NOT NULL,
  secret text NOT NULL,
  is_active boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_webhook_deliveries (
  id integer NOT NULL,
  webhook_id integer NOT NULL,
  status text NOT NULL,
  attempts integer NOT NULL,
  next_attempt_at timestamptz,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_audit_logs (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  user_id integer,
  action text NOT NULL,
  changes jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE cloud_pod_usage_records (
  id integer NOT NULL,
  pod_id integer NOT NULL,
  tenant_id integer NOT NULL,
  hours integer NOT NULL,
  amount numeric(12, 2) NOT NULL,
  created_at timestamptz NOT NULL
);

-- Guardian, the security scanner: 8 tables

CREATE TABLE guardian_policies (
  id integer NOT NULL,
  name text NOT NULL,
  severity text NOT NULL,
  rules jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE guardian_instances (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  policy_id integer NOT NULL,
  status text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE guardian_security_scans (
  id integer NOT NULL,
  instance_id integer NOT NULL,
  tenant_id integer NOT NULL,
  status text NOT NULL,
  findings integer NOT NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz
);

CREATE TABLE guardian_findings (
  id integer NOT NULL,
  scan_id integer NOT NULL,
  severity text NOT NULL,
  title text NOT NULL,
  is_open boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE guardian_remediation_tasks (
  id integer NOT NULL,
  finding_id integer NOT NULL,
  tenant_id integer NOT NULL,
  assignee_id integer,
  status text NOT NULL,
  due_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE guardian_audit_events (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  action text NOT NULL,
  details jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE guardian_alerts (
  id integer NOT NULL,
  finding_id integer NOT NULL,
  channel text NOT NULL,
  sent_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE guardian_exceptions (
  id integer NOT NULL,
  finding_id integer NOT NULL,
  approved_by integer,
  reason text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);

-- Communication and support

CREATE TABLE email_templates (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  name text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE email_campaigns (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  template_id integer,
  name text NOT NULL,
  status text NOT NULL,
  sent_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE email_messages (
  id integer NOT NULL,
  campaign_id integer NOT NULL,
  tenant_id integer NOT NULL,
  customer_id integer NOT NULL,
  recipient text NOT NULL,
  status text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE email_analytics (
  id integer NOT NULL,
  email_id integer NOT NULL,
  tenant_id integer NOT NULL,
  event text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE sms_templates (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  name text NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE sms_queue (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  template_id integer,
  recipient text NOT NULL,
  status text NOT NULL,
  scheduled_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE notifications (
  id integer NOT NULL,
  user_id integer NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  is_read boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE announcements (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE tickets (
  id integer NOT NULL,
  customer_id integer NOT NULL,
  tenant_id integer NOT NULL,
  assignee_id integer,
  subject text NOT NULL,
  status text NOT NULL,
  priority text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE ticket_messages (
  id integer NOT NULL,
  ticket_id integer NOT NULL,
  user_id integer,
  body text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE knowledge_base_categories (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  name text NOT NULL,
  position integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE knowledge_base_articles (
  id integer NOT NULL,
  category_id integer NOT NULL,
  tenant_id integer NOT NULL,
  author_id integer,
  title text NOT NULL,
  slug text NOT NULL,
  body text NOT NULL,
  status text NOT NULL,
  views integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE article_feedback (
  id integer NOT NULL,
  article_id integer NOT NULL,
  helpful boolean NOT NULL,
  comment text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE csat_surveys (
  id integer NOT NULL,
  ticket_id integer NOT NULL,
  tenant_id integer NOT NULL,
  score integer NOT NULL,
  comment text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE referrals (
  id integer NOT NULL,
  referrer_id integer NOT NULL,
  tenant_id integer NOT NULL,
  referred_id integer,
  code text NOT NULL,
  status text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE referral_rewards (
  id integer NOT NULL,
  referral_id integer NOT NULL,
  amount numeric(12, 2) NOT NULL,
  paid_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE webhooks (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  url text NOT NULL,
  events jsonb NOT NULL,
  is_active boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE webhook_deliveries (
  id integer NOT NULL,
  webhook_id integer NOT NULL,
  status text NOT NULL,
  attempts integer NOT NULL,
  next_attempt_at timestamptz,
  response_code integer NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
