-- Types that load as text, then 20 primary keys, 11 unique ones and 20 foreign keys. The other 64 of the report's 95 indexes
-- are what its migration brings.

ALTER TABLE login_sessions ALTER COLUMN ip_address TYPE inet USING ip_address::inet;
ALTER TABLE trial_fraud_flags ALTER COLUMN ip_address TYPE inet USING ip_address::inet;

ALTER TABLE reports ADD PRIMARY KEY (report_id);
ALTER TABLE users ADD PRIMARY KEY (user_id), ADD UNIQUE (google_id), ADD UNIQUE (email);
ALTER TABLE organizations ADD PRIMARY KEY (id), ADD UNIQUE (slug);
ALTER TABLE organization_members ADD PRIMARY KEY (id), ADD UNIQUE (organization_id, user_id);
ALTER TABLE ascora_integrations ADD PRIMARY KEY (id), ADD UNIQUE (api_url);
ALTER TABLE ascora_jobs ADD PRIMARY KEY (id), ADD UNIQUE (ascora_job_id);
ALTER TABLE ascora_customers ADD PRIMARY KEY (id), ADD UNIQUE (ascora_customer_id);
ALTER TABLE ascora_invoices ADD PRIMARY KEY (id), ADD UNIQUE (ascora_invoice_id);
ALTER TABLE ascora_sync_logs ADD PRIMARY KEY (id);
ALTER TABLE ascora_sync_schedules ADD PRIMARY KEY (id);
ALTER TABLE free_trial_tokens ADD PRIMARY KEY (token_id);
ALTER TABLE device_fingerprints ADD PRIMARY KEY (fingerprint_id), ADD UNIQUE (fingerprint_hash);
ALTER TABLE payment_verifications ADD PRIMARY KEY (verification_id);
ALTER TABLE login_sessions ADD PRIMARY KEY (session_id), ADD UNIQUE (session_token);
ALTER TABLE trial_fraud_flags ADD PRIMARY KEY (flag_id);
ALTER TABLE trial_usage ADD PRIMARY KEY (usage_id);
ALTER TABLE user_subscriptions ADD PRIMARY KEY (subscription_id), ADD UNIQUE (user_id, status);
ALTER TABLE subscription_history ADD PRIMARY KEY (history_id);
ALTER TABLE auth_attempts ADD PRIMARY KEY (attempt_id);
ALTER TABLE _prisma_migrations ADD PRIMARY KEY (id);

ALTER TABLE organizations ADD FOREIGN KEY (owner_id) REFERENCES users ON DELETE RESTRICT;
ALTER TABLE organization_members
  ADD FOREIGN KEY (organization_id) REFERENCES organizations ON DELETE CASCADE,
  ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE ascora_integrations ADD FOREIGN KEY (organization_id) REFERENCES organizations ON DELETE CASCADE;
ALTER TABLE ascora_jobs ADD FOREIGN KEY (organization_id) REFERENCES organizations ON DELETE CASCADE;
ALTER TABLE ascora_customers ADD FOREIGN KEY (organization_id) REFERENCES organizations ON DELETE CASCADE;
ALTER TABLE ascora_invoices ADD FOREIGN KEY (organization_id) REFERENCES organizations ON DELETE CASCADE;
ALTER TABLE ascora_sync_logs
  ADD FOREIGN KEY (organization_id) REFERENCES organizations ON DELETE CASCADE,
  ADD FOREIGN KEY (integration_id) REFERENCES ascora_integrations ON DELETE SET NULL;
ALTER TABLE ascora_sync_schedules
  ADD FOREIGN KEY (organization_id) REFERENCES organizations ON DELETE CASCADE,
  ADD FOREIGN KEY (integration_id) REFERENCES ascora_integrations ON DELETE CASCADE;
ALTER TABLE free_trial_tokens ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE device_fingerprints ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL;
ALTER TABLE payment_verifications ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE login_sessions ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE trial_fraud_flags ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL;
ALTER TABLE trial_usage
  ADD FOREIGN KEY (token_id) REFERENCES free_trial_tokens ON DELETE CASCADE,
  ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE user_subscriptions ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE subscription_history ADD FOREIGN KEY (subscription_id) REFERENCES user_subscriptions ON DELETE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role_app};
