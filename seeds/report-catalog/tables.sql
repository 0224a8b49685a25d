-- The 20 tables of the dataset report-catalog, before any row is in them.

CREATE TYPE "DamageType" AS ENUM ('Water', 'Fire', 'Storm', 'Flood', 'Mould', 'Biohazard', 'Impact', 'Other');
CREATE TYPE "AustralianState" AS ENUM ('NSW', 'VIC', 'QLD', 'WA', 'SA', 'TAS', 'ACT', 'NT');

CREATE TABLE reports (
  report_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL,
  property_address text NOT NULL,
  damage_type "DamageType" NOT NULL,
  damage_description text NOT NULL,
  state "AustralianState" NOT NULL,
  summary text NOT NULL,
  scope_of_work jsonb NOT NULL,
  itemized_estimate jsonb NOT NULL,
  total_cost numeric(12, 2) NOT NULL,
  compliance_notes jsonb NOT NULL,
  authority_to_proceed text NOT NULL,
  client_name varchar(255),
  insurance_company varchar(255),
  claim_number varchar(100),
  generated_by varchar(100) NOT NULL,
  model varchar(100) NOT NULL,
  deleted_at timestamptz
);

CREATE TABLE users (
  user_id uuid NOT NULL,
  google_id varchar(255) NOT NULL,
  email varchar(255) NOT NULL,
  name varchar(255),
  picture_url text,
  email_verified boolean NOT NULL DEFAULT false,
  locale varchar(10),
  created_at timestamptz NOT NULL DEFAULT now(),
  last_login_at timestamptz,
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE organizations (
  id uuid NOT NULL,
  slug varchar(100) NOT NULL,
  name varchar(255) NOT NULL,
  description text,
  logo_url varchar(500),
  owner_id uuid NOT NULL,
  subscription_tier varchar(50) NOT NULL DEFAULT 'free',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL
);

CREATE TABLE organization_members (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role varchar(50) NOT NULL DEFAULT 'member',
  joined_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE ascora_integrations (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  user_id text NOT NULL,
  api_url varchar(500) NOT NULL,
  api_token text NOT NULL,
  company_code varchar(50) NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  last_sync_at timestamptz,
  sync_status varchar(50) NOT NULL DEFAULT 'idle',
  webhook_token varchar(255),
  sync_settings jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL
);

CREATE TABLE ascora_jobs (
  id uuid NOT NULL,
  organization_id uuid,
  report_id uuid,
  ascora_job_id varchar(255) NOT NULL,
  job_title varchar(500),
  customer_id varchar(255),
  customer_name varchar(255),
  customer_email varchar(255),
  customer_phone varchar(20),
  job_status varchar(50),
  description text,
  job_address text,
  job_type varchar(50),
  priority varchar(20),
  estimated_cost numeric(12, 2),
  actual_cost numeric(12, 2),
  scheduled_date timestamptz,
  completed_date timestamptz,
  assigned_to varchar(255),
  assigned_to_name varchar(255),
  invoice_status varchar(50),
  invoice_amount numeric(12, 2),
  payment_status varchar(50),
  custom_fields jsonb,
  last_synced_at timestamptz,
  sync_direction varchar(50),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL
);

CREATE TABLE ascora_customers (
  id uuid NOT NULL,
  organization_id uuid,
  ascora_customer_id varchar(255) NOT NULL,
  first_name varchar(255),
  last_name varchar(255),
  company_name varchar(500),
  email varchar(255),
  phone varchar(20),
  mobile varchar(20),
  street_address text,
  suburb varchar(255),
  state varchar(10),
  postcode varchar(10),
  country varchar(100),
  customer_type varchar(50),
  billing_address text,
  tax_id varchar(50),
  notes text,
  custom_fields jsonb,
  synced_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL
);

CREATE TABLE ascora_invoices (
  id uuid NOT NULL,
  organization_id uuid,
  ascora_invoice_id varchar(255) NOT NULL,
  ascora_job_id varchar(255),
  report_id uuid,
  customer_id varchar(255),
  invoice_number varchar(50),
  invoice_date date,
  due_date date,
  total_amount numeric(12, 2),
  paid_amount numeric(12, 2),
  status varchar(50),
  payment_method varchar(50),
  payment_date date,
  synced_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL
);

CREATE TABLE ascora_sync_logs (
  id uuid NOT NULL,
  organization_id uuid,
  integration_id uuid,
  sync_type varchar(50) NOT NULL,
  source varchar(50),
  target varchar(50),
  resource_type varchar(50),
  resource_id uuid,
  ascora_resource_id varchar(255),
  status varchar(50),
  error_message text,
  retry_count integer NOT NULL DEFAULT 0,
  response_data jsonb,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE ascora_sync_schedules (
  id uuid NOT NULL,
  organization_id uuid,
  integration_id uuid NOT NULL,
  sync_interval integer NOT NULL DEFAULT 300,
  is_active boolean NOT NULL DEFAULT true,
  last_run_at timestamptz,
  next_run_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL
);

CREATE TABLE free_trial_tokens (
  token_id uuid NOT NULL,
  user_id uuid NOT NULL,
  status varchar(50) NOT NULL DEFAULT 'pending',
  activated_at timestamptz,
  expires_at timestamptz,
  reports_remaining integer DEFAULT 5,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  revoke_reason text
);

CREATE TABLE device_fingerprints (
  fingerprint_id uuid NOT NULL,
  user_id uuid,
  fingerprint_hash varchar(64) NOT NULL,
  device_data jsonb NOT NULL,
  trial_count integer NOT NULL DEFAULT 0,
  first_seen_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  is_blocked boolean NOT NULL DEFAULT false,
  blocked_reason text
);

CREATE TABLE payment_verifications (
  verification_id uuid NOT NULL,
  user_id uuid NOT NULL,
  card_fingerprint varchar(255),
  card_last4 varchar(4),
  card_brand varchar(50),
  verification_status varchar(50) NOT NULL,
  stripe_payment_method_id varchar(255),
  amount_cents integer NOT NULL DEFAULT 100,
  verification_date timestamptz NOT NULL DEFAULT now(),
  failure_reason text,
  reuse_count integer NOT NULL DEFAULT 0
);

-- Addresses load as text and become inet in constraints.sql.
CREATE TABLE login_sessions (
  session_id uuid NOT NULL,
  user_id uuid NOT NULL,
  ip_address text,
  country varchar(100),
  region varchar(100),
  city varchar(100),
  timezone varchar(100),
  user_agent text,
  session_token varchar(500),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  last_activity_at timestamptz NOT NULL DEFAULT now(),
  is_active boolean NOT NULL DEFAULT true
);

CREATE TABLE trial_fraud_flags (
  flag_id uuid NOT NULL,
  user_id uuid,
  fingerprint_hash varchar(64),
  ip_address text,
  flag_type varchar(100) NOT NULL,
  severity varchar(20) NOT NULL,
  fraud_score integer NOT NULL DEFAULT 0,
  details jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  resolved boolean NOT NULL DEFAULT false,
  resolved_at timestamptz,
  resolution_note text
);

CREATE TABLE trial_usage (
  usage_id uuid NOT NULL,
  token_id uuid NOT NULL,
  user_id uuid NOT NULL,
  report_id uuid,
  action_type varchar(50) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  metadata jsonb
);

CREATE TABLE user_subscriptions (
  subscription_id varchar(255) NOT NULL,
  user_id uuid NOT NULL,
  stripe_customer_id varchar(255),
  stripe_subscription_id varchar(255),
  plan_type varchar(50) NOT NULL,
  status varchar(50) NOT NULL DEFAULT 'active',
  reports_used integer NOT NULL DEFAULT 0,
  reports_limit integer,
  current_period_start timestamptz,
  current_period_end timestamptz,
  cancel_at_period_end boolean NOT NULL DEFAULT false,
  cancelled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE subscription_history (
  history_id integer NOT NULL,
  subscription_id varchar(255) NOT NULL,
  user_id varchar(255) NOT NULL,
  event_type varchar(100) NOT NULL,
  old_status varchar(50),
  new_status varchar(50),
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE auth_attempts (
  attempt_id uuid NOT NULL,
  user_email varchar(255),
  ip_address varchar(45) NOT NULL,
  user_agent text NOT NULL,
  oauth_error_code varchar(100),
  oauth_error_message text,
  success boolean NOT NULL DEFAULT false,
  retry_count integer NOT NULL DEFAULT 0,
  attempted_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE _prisma_migrations (
  id varchar(36) NOT NULL,
  checksum varchar(64) NOT NULL,
  migration_name varchar(255) NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  applied_steps_count integer NOT NULL DEFAULT 0
);
