-- The schema that every tenant of the dataset tenant-auth shares, before any row is in it.

CREATE SCHEMA shared;

CREATE TABLE shared.roles (
  name text NOT NULL,
  description text NOT NULL
);

CREATE TABLE shared.permissions (
  name text NOT NULL
);

CREATE TABLE shared.role_permissions (
  role_name text NOT NULL,
  permission_name text NOT NULL
);

CREATE TABLE shared.tenants (
  id uuid NOT NULL,
  name text NOT NULL,
  domain text,
  schema_name text NOT NULL,
  status text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE shared.users (
  id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  password_hash text NOT NULL,
  role text NOT NULL,
  tenant_id uuid,
  is_verified boolean NOT NULL DEFAULT false,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'active', 'rejected', 'suspended')),
  pending_profile_data jsonb,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE shared.user_roles (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  role_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE shared.refresh_tokens (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  token_hash text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE shared.email_verification_tokens (LIKE shared.refresh_tokens INCLUDING DEFAULTS);
CREATE TABLE shared.password_reset_tokens (LIKE shared.refresh_tokens INCLUDING DEFAULTS);

CREATE TABLE shared.audit_logs (
  id bigint NOT NULL,
  tenant_id uuid,
  user_id uuid,
  action text NOT NULL,
  resource_type text NOT NULL,
  resource_id uuid,
  details jsonb,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE shared.login_attempts (
  id bigint NOT NULL,
  user_id uuid,
  ip_address text NOT NULL,
  success boolean NOT NULL,
  attempted_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE shared.notifications (
  id bigint NOT NULL,
  recipient_id uuid NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE shared.tenant_subscriptions (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  plan text NOT NULL,
  status text NOT NULL,
  external_id text NOT NULL,
  current_period_end timestamptz NOT NULL
);

CREATE TABLE shared.schema_migrations (
  version text NOT NULL,
  applied_at timestamptz NOT NULL
);
