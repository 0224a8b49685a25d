-- Keys and the 35 indexes that were there before migration 013, which brings ten more: 45 is what the report counts.

ALTER TABLE shared.roles ADD PRIMARY KEY (name);
ALTER TABLE shared.permissions ADD PRIMARY KEY (name);
ALTER TABLE shared.role_permissions ADD PRIMARY KEY (role_name, permission_name);
ALTER TABLE shared.tenants ADD PRIMARY KEY (id), ADD UNIQUE (domain), ADD UNIQUE (schema_name);
ALTER TABLE shared.users ADD PRIMARY KEY (id), ADD UNIQUE (email), ADD UNIQUE (tenant_id, email);
ALTER TABLE shared.user_roles ADD PRIMARY KEY (id), ADD UNIQUE (user_id, role_name);
ALTER TABLE shared.refresh_tokens ADD PRIMARY KEY (id), ADD UNIQUE (user_id, token_hash);
ALTER TABLE shared.email_verification_tokens ADD PRIMARY KEY (id), ADD UNIQUE (user_id, token_hash);
ALTER TABLE shared.password_reset_tokens ADD PRIMARY KEY (id), ADD UNIQUE (user_id, token_hash);
ALTER TABLE shared.audit_logs ADD PRIMARY KEY (id);
ALTER TABLE shared.login_attempts ADD PRIMARY KEY (id);
ALTER TABLE shared.notifications ADD PRIMARY KEY (id);
ALTER TABLE shared.tenant_subscriptions ADD PRIMARY KEY (id), ADD UNIQUE (tenant_id), ADD UNIQUE (external_id);
ALTER TABLE shared.schema_migrations ADD PRIMARY KEY (version);

-- Signing up and approving.
CREATE INDEX shared_users_status_idx ON shared.users (status);
CREATE INDEX shared_users_tenant_status_idx ON shared.users (tenant_id, status);
CREATE INDEX shared_users_pending_profile_idx ON shared.users (tenant_id, status)
  WHERE pending_profile_data IS NOT NULL;
CREATE INDEX shared_user_roles_role_name_idx ON shared.user_roles (role_name);

-- What happened.
CREATE INDEX shared_audit_logs_tenant_created_idx ON shared.audit_logs (tenant_id, created_at DESC);
CREATE INDEX shared_audit_logs_user_idx ON shared.audit_logs (user_id);
CREATE INDEX shared_audit_logs_action_idx ON shared.audit_logs (action);
CREATE INDEX shared_login_attempts_user_idx ON shared.login_attempts (user_id, attempted_at DESC);
CREATE INDEX shared_login_attempts_ip_idx ON shared.login_attempts (ip_address, attempted_at DESC);
CREATE INDEX shared_notifications_recipient_idx ON shared.notifications (recipient_id, created_at DESC);
CREATE INDEX shared_notifications_status_idx ON shared.notifications (status);

ALTER TABLE shared.role_permissions
  ADD FOREIGN KEY (role_name) REFERENCES shared.roles ON DELETE CASCADE,
  ADD FOREIGN KEY (permission_name) REFERENCES shared.permissions ON DELETE CASCADE;
ALTER TABLE shared.users
  ADD FOREIGN KEY (tenant_id) REFERENCES shared.tenants ON DELETE CASCADE,
  ADD FOREIGN KEY (role) REFERENCES shared.roles;
ALTER TABLE shared.user_roles
  ADD FOREIGN KEY (user_id) REFERENCES shared.users ON DELETE CASCADE,
  ADD FOREIGN KEY (role_name) REFERENCES shared.roles;
ALTER TABLE shared.refresh_tokens ADD FOREIGN KEY (user_id) REFERENCES shared.users ON DELETE CASCADE;
ALTER TABLE shared.email_verification_tokens ADD FOREIGN KEY (user_id) REFERENCES shared.users ON DELETE CASCADE;
ALTER TABLE shared.password_reset_tokens ADD FOREIGN KEY (user_id) REFERENCES shared.users ON DELETE CASCADE;
ALTER TABLE shared.notifications ADD FOREIGN KEY (recipient_id) REFERENCES shared.users ON DELETE CASCADE;
ALTER TABLE shared.tenant_subscriptions ADD FOREIGN KEY (tenant_id) REFERENCES shared.tenants ON DELETE CASCADE;

GRANT USAGE ON SCHEMA shared TO ${role_app};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA shared TO ${role_app};
