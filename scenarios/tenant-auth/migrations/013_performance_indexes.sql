-- Users: by e-mail (UNIQUE has an index on it already), by role within a tenant, by state and role within a tenant.
CREATE INDEX IF NOT EXISTS shared_users_email_idx ON shared.users (email);
CREATE INDEX IF NOT EXISTS shared_users_tenant_role_idx ON shared.users (tenant_id, role)
  WHERE tenant_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS shared_users_tenant_status_role_idx ON shared.users (tenant_id, status, role)
  WHERE tenant_id IS NOT NULL;

-- Who waits for approval: few rows, so the indexes are partial.
CREATE INDEX IF NOT EXISTS shared_users_pending_profile_tenant_role_idx ON shared.users (tenant_id, role, status)
  WHERE pending_profile_data IS NOT NULL;
CREATE INDEX IF NOT EXISTS shared_users_pending_profile_data_gin_idx ON shared.users USING gin (pending_profile_data)
  WHERE pending_profile_data IS NOT NULL;

-- Which tenant a request is for: its schema (UNIQUE) or its domain (UNIQUE).
CREATE INDEX IF NOT EXISTS shared_tenants_schema_name_idx ON shared.tenants (schema_name);
CREATE INDEX IF NOT EXISTS shared_tenants_domain_idx ON shared.tenants (domain) WHERE domain IS NOT NULL;

-- Tokens: by user and expiry.
CREATE INDEX IF NOT EXISTS shared_refresh_tokens_user_id_expires_idx ON shared.refresh_tokens (user_id, expires_at);
CREATE INDEX IF NOT EXISTS shared_email_verification_tokens_user_id_expires_idx
  ON shared.email_verification_tokens (user_id, expires_at);
CREATE INDEX IF NOT EXISTS shared_password_reset_tokens_user_id_expires_idx
  ON shared.password_reset_tokens (user_id, expires_at);

-- What the report asks for under "Update Statistics".
ANALYZE shared.users;
ANALYZE shared.tenants;
ANALYZE shared.refresh_tokens;
ANALYZE shared.email_verification_tokens;
ANALYZE shared.password_reset_tokens;
