-- The report's 53 indexes. Statements at the end name indexes that are there already and are skipped.

-- Tenant isolation.
CREATE INDEX CONCURRENTLY IF NOT EXISTS products_tenant_id_status_idx ON products (tenant_id, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS prices_product_id_is_active_idx ON prices (product_id, is_active);
CREATE INDEX CONCURRENTLY IF NOT EXISTS subscriptions_tenant_id_status_idx ON subscriptions (tenant_id, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS subscriptions_tenant_id_customer_id_idx ON subscriptions (tenant_id, customer_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS websites_tenant_id_status_idx ON websites (tenant_id, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS deployments_tenant_id_status_idx ON deployments (tenant_id, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS mailboxes_tenant_id_status_idx ON mailboxes (tenant_id, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS backups_tenant_id_status_idx ON backups (tenant_id, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS backups_type_status_idx ON backups (backup_type, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS ssl_certificates_tenant_id_idx ON ssl_certificates (tenant_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS ssl_certificates_expires_at_auto_renew_idx ON ssl_certificates (expires_at, auto_renew);

-- Billing: foreign keys without an index.
CREATE INDEX CONCURRENTLY IF NOT EXISTS invoices_tenant_id_idx ON invoices (tenant_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS invoice_items_invoice_id_idx ON invoice_items (invoice_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS invoice_items_product_id_idx ON invoice_items (product_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS invoice_items_subscription_id_idx ON invoice_items (subscription_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS payments_customer_id_idx ON payments (customer_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS payments_tenant_id_idx ON payments (tenant_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS stripe_orders_customer_id_idx ON stripe_orders (customer_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS stripe_orders_user_id_idx ON stripe_orders (user_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS promo_code_usage_subscription_id_idx ON promo_code_usage (subscription_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS promo_code_usage_tenant_id_idx ON promo_code_usage (tenant_id);

-- CloudPods.
ALTER TABLE cloud_pod_jobs ADD COLUMN IF NOT EXISTS idempotency_key text;
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pod_jobs_idempotency_key_idx ON cloud_pod_jobs (idempotency_key);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pod_jobs_pod_id_status_idx ON cloud_pod_jobs (pod_id, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pods_tenant_id_status_idx ON cloud_pods (tenant_id, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pods_host_id_idx ON cloud_pods (host_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pod_security_groups_tenant_id_idx ON cloud_pod_security_groups (tenant_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pod_security_group_rules_security_group_id_idx ON cloud_pod_security_group_rules (security_group_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pod_security_group_members_security_group_id_idx ON cloud_pod_security_group_members (security_group_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pod_webhooks_tenant_id_idx ON cloud_pod_webhooks (tenant_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pod_webhook_deliveries_webhook_id_created_at_idx ON cloud_pod_webhook_deliveries (webhook_id, created_at);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pod_webhook_deliveries_status_next_attempt_at_idx ON cloud_pod_webhook_deliveries (status, next_attempt_at);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pod_audit_logs_tenant_id_created_at_idx ON cloud_pod_audit_logs (tenant_id, created_at);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pod_snapshots_pod_id_idx ON cloud_pod_snapshots (pod_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pod_usage_records_pod_id_idx ON cloud_pod_usage_records (pod_id);

-- Guardian.
CREATE INDEX CONCURRENTLY IF NOT EXISTS guardian_security_scans_tenant_id_status_idx ON guardian_security_scans (tenant_id, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS guardian_findings_scan_id_idx ON guardian_findings (scan_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS guardian_remediation_tasks_finding_id_idx ON guardian_remediation_tasks (finding_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS guardian_remediation_tasks_tenant_id_status_idx ON guardian_remediation_tasks (tenant_id, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS guardian_audit_events_tenant_id_created_at_idx ON guardian_audit_events (tenant_id, created_at);

-- Communication and support.
CREATE INDEX CONCURRENTLY IF NOT EXISTS email_analytics_email_id_idx ON email_analytics (email_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS email_analytics_tenant_id_created_at_idx ON email_analytics (tenant_id, created_at);
CREATE INDEX CONCURRENTLY IF NOT EXISTS sms_queue_tenant_id_idx ON sms_queue (tenant_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS sms_queue_status_scheduled_at_idx ON sms_queue (status, scheduled_at);
CREATE INDEX CONCURRENTLY IF NOT EXISTS knowledge_base_articles_tenant_id_status_idx ON knowledge_base_articles (tenant_id, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS knowledge_base_articles_category_id_idx ON knowledge_base_articles (category_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS csat_surveys_ticket_id_idx ON csat_surveys (ticket_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS csat_surveys_tenant_id_idx ON csat_surveys (tenant_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS referrals_tenant_id_idx ON referrals (tenant_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS referrals_referrer_id_idx ON referrals (referrer_id);

-- Audit trail, permissions, webhooks.
CREATE INDEX CONCURRENTLY IF NOT EXISTS audit_logs_tenant_id_created_at_idx ON audit_logs (tenant_id, created_at);
CREATE INDEX CONCURRENTLY IF NOT EXISTS audit_logs_user_id_idx ON audit_logs (user_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS role_permissions_permission_id_idx ON role_permissions (permission_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS webhook_deliveries_webhook_id_idx ON webhook_deliveries (webhook_id);

-- There already.
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_tenant_id_idx ON users (tenant_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS customers_tenant_id_idx ON customers (tenant_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS payments_invoice_id_idx ON payments (invoice_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS stripe_orders_tenant_id_idx ON stripe_orders (tenant_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS domains_customer_id_idx ON domains (customer_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS tickets_tenant_id_status_idx ON tickets (tenant_id, status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pod_volumes_pod_id_idx ON cloud_pod_volumes (pod_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS cloud_pod_ip_addresses_pod_id_idx ON cloud_pod_ip_addresses (pod_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS email_messages_campaign_id_idx ON email_messages (campaign_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS webhooks_tenant_id_idx ON webhooks (tenant_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS user_roles_role_id_idx ON user_roles (role_id);
