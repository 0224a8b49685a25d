-- Reports: lists by date and cost, filters, searches.
CREATE INDEX idx_reports_created_at ON reports (created_at DESC);
CREATE INDEX idx_reports_state ON reports (state);
CREATE INDEX idx_reports_damage_type ON reports (damage_type);
CREATE INDEX idx_reports_total_cost ON reports (total_cost DESC);
CREATE INDEX idx_reports_client_name ON reports (client_name);
CREATE INDEX idx_reports_claim_number ON reports (claim_number);
CREATE INDEX idx_reports_pagination ON reports (created_at DESC, report_id);

-- Accounts and organizations.
CREATE INDEX idx_users_email ON users (email);
CREATE INDEX idx_users_google_id ON users (google_id);
CREATE INDEX idx_organizations_slug ON organizations (slug);
CREATE INDEX idx_organizations_owner_id ON organizations (owner_id);
CREATE INDEX idx_org_members_org ON organization_members (organization_id);
CREATE INDEX idx_org_members_user ON organization_members (user_id);

-- Job management.
CREATE INDEX idx_ascora_org ON ascora_integrations (organization_id);
CREATE INDEX idx_ascora_active ON ascora_integrations (is_active);
CREATE INDEX idx_ascora_user ON ascora_integrations (user_id);
CREATE INDEX idx_ascora_jobs_org ON ascora_jobs (organization_id);
CREATE INDEX idx_ascora_jobs_report ON ascora_jobs (report_id);
CREATE INDEX idx_ascora_jobs_ascora_id ON ascora_jobs (ascora_job_id);
CREATE INDEX idx_ascora_jobs_customer ON ascora_jobs (customer_id);
CREATE INDEX idx_ascora_jobs_status ON ascora_jobs (job_status);
CREATE INDEX idx_ascora_customers_org ON ascora_customers (organization_id);
CREATE INDEX idx_ascora_customers_ascora_id ON ascora_customers (ascora_customer_id);
CREATE INDEX idx_ascora_customers_email ON ascora_customers (email);
CREATE INDEX idx_ascora_customers_phone ON ascora_customers (phone);
CREATE INDEX idx_ascora_invoices_org ON ascora_invoices (organization_id);
CREATE INDEX idx_ascora_invoices_ascora_id ON ascora_invoices (ascora_invoice_id);
CREATE INDEX idx_ascora_invoices_report ON ascora_invoices (report_id);
CREATE INDEX idx_ascora_invoices_status ON ascora_invoices (status);
CREATE INDEX idx_ascora_logs_org ON ascora_sync_logs (organization_id);
CREATE INDEX idx_ascora_logs_status ON ascora_sync_logs (status);
CREATE INDEX idx_ascora_logs_type ON ascora_sync_logs (sync_type);
CREATE INDEX idx_ascora_logs_created ON ascora_sync_logs (created_at DESC);
CREATE INDEX idx_ascora_schedules_org ON ascora_sync_schedules (organization_id);
CREATE INDEX idx_ascora_schedules_next ON ascora_sync_schedules (next_run_at);

-- Trials, and what guards them.
CREATE INDEX idx_trial_tokens_user ON free_trial_tokens (user_id);
CREATE INDEX idx_trial_tokens_status ON free_trial_tokens (status);
CREATE INDEX idx_trial_tokens_expires ON free_trial_tokens (expires_at);
CREATE INDEX idx_fingerprints_hash ON device_fingerprints (fingerprint_hash);
CREATE INDEX idx_fingerprints_user ON device_fingerprints (user_id);
CREATE INDEX idx_fingerprints_blocked ON device_fingerprints (is_blocked);
CREATE INDEX idx_payment_verifications_user ON payment_verifications (user_id);
CREATE INDEX idx_payment_verifications_fingerprint ON payment_verifications (card_fingerprint);
CREATE INDEX idx_payment_verifications_status ON payment_verifications (verification_status);
CREATE INDEX idx_fraud_flags_user ON trial_fraud_flags (user_id);
CREATE INDEX idx_fraud_flags_type ON trial_fraud_flags (flag_type);
CREATE INDEX idx_fraud_flags_severity ON trial_fraud_flags (severity);
CREATE INDEX idx_fraud_flags_created ON trial_fraud_flags (created_at);
CREATE INDEX idx_trial_usage_token ON trial_usage (token_id);
CREATE INDEX idx_trial_usage_user ON trial_usage (user_id);
CREATE INDEX idx_trial_usage_created ON trial_usage (created_at);

-- Sessions and attempts to sign in.
CREATE INDEX idx_login_sessions_user ON login_sessions (user_id);
CREATE INDEX idx_login_sessions_token ON login_sessions (session_token);
CREATE INDEX idx_login_sessions_ip ON login_sessions (ip_address);
CREATE INDEX idx_login_sessions_active ON login_sessions (is_active);
CREATE INDEX idx_auth_attempts_email ON auth_attempts (user_email);
CREATE INDEX idx_auth_attempts_ip ON auth_attempts (ip_address);
CREATE INDEX idx_auth_attempts_attempted_at ON auth_attempts (attempted_at DESC);
CREATE INDEX idx_auth_attempts_success ON auth_attempts (success);

-- Subscriptions.
CREATE INDEX idx_user_subscriptions_user_id ON user_subscriptions (user_id);
CREATE INDEX idx_user_subscriptions_stripe_customer ON user_subscriptions (stripe_customer_id);
CREATE INDEX idx_user_subscriptions_stripe_subscription ON user_subscriptions (stripe_subscription_id);
CREATE INDEX idx_subscription_history_subscription_id ON subscription_history (subscription_id);
CREATE INDEX idx_subscription_history_user_id ON subscription_history (user_id);
