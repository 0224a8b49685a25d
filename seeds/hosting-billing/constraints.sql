-- Keys and the 344 indexes that were there before the migration, table by table: 97 primary keys, 38 unique, 209 others.
-- Of the 143 foreign keys 41 have no index yet.

-- Tenants and their people, roles, audit trail

ALTER TABLE tenants
  ADD CONSTRAINT tenants_pkey PRIMARY KEY (id),
  ADD CONSTRAINT tenants_slug_key UNIQUE (slug);
CREATE INDEX tenants_status_idx ON tenants (status);
CREATE INDEX tenants_deleted_at_idx ON tenants (deleted_at);

ALTER TABLE tenant_settings
  ADD CONSTRAINT tenant_settings_pkey PRIMARY KEY (id),
  ADD CONSTRAINT tenant_settings_tenant_id_key_key UNIQUE (tenant_id, key);

ALTER TABLE users
  ADD CONSTRAINT users_pkey PRIMARY KEY (id),
  ADD CONSTRAINT users_email_key UNIQUE (email);
CREATE INDEX users_tenant_id_idx ON users (tenant_id);
CREATE INDEX users_status_idx ON users (status);
CREATE INDEX users_created_at_idx ON users (created_at);
CREATE INDEX users_deleted_at_idx ON users (deleted_at);

ALTER TABLE sessions
  ADD CONSTRAINT sessions_pkey PRIMARY KEY (id),
  ADD CONSTRAINT sessions_token_hash_key UNIQUE (token_hash);
CREATE INDEX sessions_user_id_idx ON sessions (user_id);
CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);

ALTER TABLE password_reset_tokens
  ADD CONSTRAINT password_reset_tokens_pkey PRIMARY KEY (id),
  ADD CONSTRAINT password_reset_tokens_token_hash_key UNIQUE (token_hash);
CREATE INDEX password_reset_tokens_user_id_idx ON password_reset_tokens (user_id);
CREATE INDEX password_reset_tokens_expires_at_idx ON password_reset_tokens (expires_at);

ALTER TABLE email_verification_tokens
  ADD CONSTRAINT email_verification_tokens_pkey PRIMARY KEY (id),
  ADD CONSTRAINT email_verification_tokens_token_hash_key UNIQUE (token_hash);
CREATE INDEX email_verification_tokens_user_id_idx ON email_verification_tokens (user_id);
CREATE INDEX email_verification_tokens_expires_at_idx ON email_verification_tokens (expires_at);

ALTER TABLE api_keys
  ADD CONSTRAINT api_keys_pkey PRIMARY KEY (id),
  ADD CONSTRAINT api_keys_key_hash_key UNIQUE (key_hash);
CREATE INDEX api_keys_user_id_idx ON api_keys (user_id);
CREATE INDEX api_keys_tenant_id_idx ON api_keys (tenant_id);
CREATE INDEX api_keys_last_used_at_idx ON api_keys (last_used_at);

ALTER TABLE login_attempts ADD CONSTRAINT login_attempts_pkey PRIMARY KEY (id);
CREATE INDEX login_attempts_user_id_idx ON login_attempts (user_id);
CREATE INDEX login_attempts_email_created_at_idx ON login_attempts (email, created_at);
CREATE INDEX login_attempts_created_at_idx ON login_attempts (created_at);

ALTER TABLE roles ADD CONSTRAINT roles_pkey PRIMARY KEY (id);
CREATE INDEX roles_tenant_id_name_idx ON roles (tenant_id, name);

ALTER TABLE permissions
  ADD CONSTRAINT permissions_pkey PRIMARY KEY (id),
  ADD CONSTRAINT permissions_name_key UNIQUE (name);
CREATE INDEX permissions_resource_idx ON permissions (resource);

ALTER TABLE role_permissions
  ADD CONSTRAINT role_permissions_pkey PRIMARY KEY (id),
  ADD CONSTRAINT role_permissions_role_id_permission_id_key UNIQUE (role_id, permission_id);

ALTER TABLE user_roles
  ADD CONSTRAINT user_roles_pkey PRIMARY KEY (id),
  ADD CONSTRAINT user_roles_user_id_role_id_key UNIQUE (user_id, role_id);
CREATE INDEX user_roles_role_id_idx ON user_roles (role_id);

ALTER TABLE audit_logs ADD CONSTRAINT audit_logs_pkey PRIMARY KEY (id);
CREATE INDEX audit_logs_created_at_idx ON audit_logs (created_at);
CREATE INDEX audit_logs_action_idx ON audit_logs (action);
CREATE INDEX audit_logs_entity_type_idx ON audit_logs (entity_type);

-- Catalogue, subscriptions, invoices, payments

ALTER TABLE product_categories
  ADD CONSTRAINT product_categories_pkey PRIMARY KEY (id),
  ADD CONSTRAINT product_categories_slug_key UNIQUE (slug);

ALTER TABLE products
  ADD CONSTRAINT products_pkey PRIMARY KEY (id),
  ADD CONSTRAINT products_sku_key UNIQUE (sku);
CREATE INDEX products_category_id_idx ON products (category_id);
CREATE INDEX products_status_idx ON products (status);
CREATE INDEX products_kind_idx ON products (kind);

ALTER TABLE prices ADD CONSTRAINT prices_pkey PRIMARY KEY (id);
CREATE INDEX prices_currency_idx ON prices (currency);

ALTER TABLE tax_rates
  ADD CONSTRAINT tax_rates_pkey PRIMARY KEY (id),
  ADD CONSTRAINT tax_rates_country_key UNIQUE (country);

ALTER TABLE customers
  ADD CONSTRAINT customers_pkey PRIMARY KEY (id),
  ADD CONSTRAINT customers_email_key UNIQUE (email),
  ADD CONSTRAINT customers_stripe_customer_id_key UNIQUE (stripe_customer_id);
CREATE INDEX customers_tenant_id_idx ON customers (tenant_id);
CREATE INDEX customers_status_idx ON customers (status);
CREATE INDEX customers_created_at_idx ON customers (created_at);

ALTER TABLE customer_contacts ADD CONSTRAINT customer_contacts_pkey PRIMARY KEY (id);
CREATE INDEX customer_contacts_customer_id_idx ON customer_contacts (customer_id);
CREATE INDEX customer_contacts_email_idx ON customer_contacts (email);

ALTER TABLE payment_methods ADD CONSTRAINT payment_methods_pkey PRIMARY KEY (id);
CREATE INDEX payment_methods_customer_id_idx ON payment_methods (customer_id);
CREATE INDEX payment_methods_expires_at_idx ON payment_methods (expires_at);

ALTER TABLE subscriptions
  ADD CONSTRAINT subscriptions_pkey PRIMARY KEY (id),
  ADD CONSTRAINT subscriptions_stripe_subscription_id_key UNIQUE (stripe_subscription_id);
CREATE INDEX subscriptions_price_id_idx ON subscriptions (price_id);
CREATE INDEX subscriptions_product_id_idx ON subscriptions (product_id);
CREATE INDEX subscriptions_customer_id_idx ON subscriptions (customer_id);
CREATE INDEX subscriptions_status_idx ON subscriptions (status);
CREATE INDEX subscriptions_next_billing_at_idx ON subscriptions (next_billing_at);
CREATE INDEX subscriptions_created_at_idx ON subscriptions (created_at);
CREATE INDEX subscriptions_cancelled_at_idx ON subscriptions (cancelled_at);

ALTER TABLE subscription_items ADD CONSTRAINT subscription_items_pkey PRIMARY KEY (id);
CREATE INDEX subscription_items_subscription_id_idx ON subscription_items (subscription_id);
CREATE INDEX subscription_items_price_id_idx ON subscription_items (price_id);

ALTER TABLE invoices
  ADD CONSTRAINT invoices_pkey PRIMARY KEY (id),
  ADD CONSTRAINT invoices_number_key UNIQUE (number);
CREATE INDEX invoices_subscription_id_idx ON invoices (subscription_id);
CREATE INDEX invoices_customer_id_idx ON invoices (customer_id);
CREATE INDEX invoices_status_idx ON invoices (status);
CREATE INDEX invoices_due_at_idx ON invoices (due_at);
CREATE INDEX invoices_created_at_idx ON invoices (created_at);
CREATE INDEX invoices_paid_at_idx ON invoices (paid_at);

ALTER TABLE invoice_items ADD CONSTRAINT invoice_items_pkey PRIMARY KEY (id);

ALTER TABLE payments
  ADD CONSTRAINT payments_pkey PRIMARY KEY (id),
  ADD CONSTRAINT payments_stripe_payment_intent_id_key UNIQUE (stripe_payment_intent_id);
CREATE INDEX payments_invoice_id_idx ON payments (invoice_id);
CREATE INDEX payments_status_idx ON payments (status);
CREATE INDEX payments_created_at_idx ON payments (created_at);

ALTER TABLE refunds ADD CONSTRAINT refunds_pkey PRIMARY KEY (id);
CREATE INDEX refunds_payment_id_idx ON refunds (payment_id);
CREATE INDEX refunds_created_at_idx ON refunds (created_at);

ALTER TABLE credit_notes
  ADD CONSTRAINT credit_notes_pkey PRIMARY KEY (id),
  ADD CONSTRAINT credit_notes_number_key UNIQUE (number);
CREATE INDEX credit_notes_invoice_id_idx ON credit_notes (invoice_id);
CREATE INDEX credit_notes_tenant_id_idx ON credit_notes (tenant_id);
CREATE INDEX credit_notes_created_at_idx ON credit_notes (created_at);

ALTER TABLE stripe_orders
  ADD CONSTRAINT stripe_orders_pkey PRIMARY KEY (id),
  ADD CONSTRAINT stripe_orders_stripe_session_id_key UNIQUE (stripe_session_id);
CREATE INDEX stripe_orders_tenant_id_idx ON stripe_orders (tenant_id);
CREATE INDEX stripe_orders_status_idx ON stripe_orders (status);
CREATE INDEX stripe_orders_created_at_idx ON stripe_orders (created_at);

ALTER TABLE stripe_events
  ADD CONSTRAINT stripe_events_pkey PRIMARY KEY (id),
  ADD CONSTRAINT stripe_events_stripe_event_id_key UNIQUE (stripe_event_id);
CREATE INDEX stripe_events_kind_idx ON stripe_events (kind);
CREATE INDEX stripe_events_created_at_idx ON stripe_events (created_at);

ALTER TABLE promo_codes
  ADD CONSTRAINT promo_codes_pkey PRIMARY KEY (id),
  ADD CONSTRAINT promo_codes_code_key UNIQUE (code);
CREATE INDEX promo_codes_tenant_id_idx ON promo_codes (tenant_id);
CREATE INDEX promo_codes_is_active_idx ON promo_codes (is_active);
CREATE INDEX promo_codes_expires_at_idx ON promo_codes (expires_at);

ALTER TABLE promo_code_usage ADD CONSTRAINT promo_code_usage_pkey PRIMARY KEY (id);
CREATE INDEX promo_code_usage_promo_code_id_idx ON promo_code_usage (promo_code_id);

-- Hosting: websites, servers, mail, names, certificates, backups

ALTER TABLE server_groups ADD CONSTRAINT server_groups_pkey PRIMARY KEY (id);

ALTER TABLE servers
  ADD CONSTRAINT servers_pkey PRIMARY KEY (id),
  ADD CONSTRAINT servers_hostname_key UNIQUE (hostname);
CREATE INDEX servers_group_id_idx ON servers (group_id);
CREATE INDEX servers_status_idx ON servers (status);

ALTER TABLE websites ADD CONSTRAINT websites_pkey PRIMARY KEY (id);
CREATE INDEX websites_subscription_id_idx ON websites (subscription_id);
CREATE INDEX websites_tenant_id_idx ON websites (tenant_id);
CREATE INDEX websites_server_id_idx ON websites (server_id);
CREATE INDEX websites_domain_name_idx ON websites (domain_name);
CREATE INDEX websites_status_idx ON websites (status);
CREATE INDEX websites_created_at_idx ON websites (created_at);

ALTER TABLE deployments ADD CONSTRAINT deployments_pkey PRIMARY KEY (id);
CREATE INDEX deployments_subscription_id_idx ON deployments (subscription_id);
CREATE INDEX deployments_server_id_idx ON deployments (server_id);
CREATE INDEX deployments_status_idx ON deployments (status);
CREATE INDEX deployments_created_at_idx ON deployments (created_at);
CREATE INDEX deployments_hostname_idx ON deployments (hostname);

ALTER TABLE domains
  ADD CONSTRAINT domains_pkey PRIMARY KEY (id),
  ADD CONSTRAINT domains_domain_name_key UNIQUE (domain_name);
CREATE INDEX domains_customer_id_idx ON domains (customer_id);
CREATE INDEX domains_expires_at_idx ON domains (expires_at);
CREATE INDEX domains_tenant_id_domain_name_idx ON domains (tenant_id, domain_name);
CREATE INDEX domains_auto_renew_idx ON domains (auto_renew);

ALTER TABLE dns_zones
  ADD CONSTRAINT dns_zones_pkey PRIMARY KEY (id),
  ADD CONSTRAINT dns_zones_domain_id_key UNIQUE (domain_id);
CREATE INDEX dns_zones_zone_idx ON dns_zones (zone);

ALTER TABLE dns_records ADD CONSTRAINT dns_records_pkey PRIMARY KEY (id);
CREATE INDEX dns_records_zone_id_kind_idx ON dns_records (zone_id, kind);

ALTER TABLE mailboxes
  ADD CONSTRAINT mailboxes_pkey PRIMARY KEY (id),
  ADD CONSTRAINT mailboxes_email_key UNIQUE (email);
CREATE INDEX mailboxes_domain_id_idx ON mailboxes (domain_id);
CREATE INDEX mailboxes_tenant_id_idx ON mailboxes (tenant_id);
CREATE INDEX mailboxes_status_idx ON mailboxes (status);
CREATE INDEX mailboxes_created_at_idx ON mailboxes (created_at);

ALTER TABLE mail_aliases
  ADD CONSTRAINT mail_aliases_pkey PRIMARY KEY (id),
  ADD CONSTRAINT mail_aliases_alias_key UNIQUE (alias);
CREATE INDEX mail_aliases_mailbox_id_idx ON mail_aliases (mailbox_id);

ALTER TABLE hosted_databases
  ADD CONSTRAINT hosted_databases_pkey PRIMARY KEY (id),
  ADD CONSTRAINT hosted_databases_name_key UNIQUE (name);
CREATE INDEX hosted_databases_website_id_idx ON hosted_databases (website_id);
CREATE INDEX hosted_databases_engine_idx ON hosted_databases (engine);

ALTER TABLE ftp_accounts
  ADD CONSTRAINT ftp_accounts_pkey PRIMARY KEY (id),
  ADD CONSTRAINT ftp_accounts_username_key UNIQUE (username);
CREATE INDEX ftp_accounts_website_id_idx ON ftp_accounts (website_id);

ALTER TABLE cron_jobs ADD CONSTRAINT cron_jobs_pkey PRIMARY KEY (id);
CREATE INDEX cron_jobs_website_id_idx ON cron_jobs (website_id);
CREATE INDEX cron_jobs_is_active_idx ON cron_jobs (is_active);

ALTER TABLE backup_schedules ADD CONSTRAINT backup_schedules_pkey PRIMARY KEY (id);
CREATE INDEX backup_schedules_website_id_idx ON backup_schedules (website_id);
CREATE INDEX backup_schedules_frequency_idx ON backup_schedules (frequency);

ALTER TABLE backups ADD CONSTRAINT backups_pkey PRIMARY KEY (id);
CREATE INDEX backups_schedule_id_idx ON backups (schedule_id);
CREATE INDEX backups_website_id_idx ON backups (website_id);
CREATE INDEX backups_status_idx ON backups (status);
CREATE INDEX backups_expires_at_idx ON backups (expires_at);
CREATE INDEX backups_created_at_idx ON backups (created_at);

ALTER TABLE ssl_certificates ADD CONSTRAINT ssl_certificates_pkey PRIMARY KEY (id);
CREATE INDEX ssl_certificates_website_id_idx ON ssl_certificates (website_id);
CREATE INDEX ssl_certificates_domain_name_idx ON ssl_certificates (domain_name);
CREATE INDEX ssl_certificates_status_idx ON ssl_certificates (status);

ALTER TABLE provisioning_tasks ADD CONSTRAINT provisioning_tasks_pkey PRIMARY KEY (id);
CREATE INDEX provisioning_tasks_subscription_id_idx ON provisioning_tasks (subscription_id);
CREATE INDEX provisioning_tasks_server_id_idx ON provisioning_tasks (server_id);
CREATE INDEX provisioning_tasks_status_idx ON provisioning_tasks (status);
CREATE INDEX provisioning_tasks_created_at_idx ON provisioning_tasks (created_at);

-- CloudPods: 24 tables

ALTER TABLE cloud_pod_regions
  ADD CONSTRAINT cloud_pod_regions_pkey PRIMARY KEY (id),
  ADD CONSTRAINT cloud_pod_regions_slug_key UNIQUE (slug);

ALTER TABLE cloud_pod_hosts
  ADD CONSTRAINT cloud_pod_hosts_pkey PRIMARY KEY (id),
  ADD CONSTRAINT cloud_pod_hosts_hostname_key UNIQUE (hostname);
CREATE INDEX cloud_pod_hosts_region_id_idx ON cloud_pod_hosts (region_id);
CREATE INDEX cloud_pod_hosts_status_idx ON cloud_pod_hosts (status);

ALTER TABLE cloud_pod_plans ADD CONSTRAINT cloud_pod_plans_pkey PRIMARY KEY (id);

ALTER TABLE cloud_pod_images ADD CONSTRAINT cloud_pod_images_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_images_is_active_idx ON cloud_pod_images (is_active);

ALTER TABLE cloud_pod_templates ADD CONSTRAINT cloud_pod_templates_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_templates_image_id_idx ON cloud_pod_templates (image_id);

ALTER TABLE cloud_pods
  ADD CONSTRAINT cloud_pods_pkey PRIMARY KEY (id),
  ADD CONSTRAINT cloud_pods_hostname_key UNIQUE (hostname);
CREATE INDEX cloud_pods_customer_id_idx ON cloud_pods (customer_id);
CREATE INDEX cloud_pods_plan_id_idx ON cloud_pods (plan_id);
CREATE INDEX cloud_pods_template_id_idx ON cloud_pods (template_id);
CREATE INDEX cloud_pods_status_idx ON cloud_pods (status);
CREATE INDEX cloud_pods_created_at_idx ON cloud_pods (created_at);
CREATE INDEX cloud_pods_deleted_at_idx ON cloud_pods (deleted_at);

ALTER TABLE cloud_pod_quotas
  ADD CONSTRAINT cloud_pod_quotas_pkey PRIMARY KEY (id),
  ADD CONSTRAINT cloud_pod_quotas_tenant_id_key UNIQUE (tenant_id);

ALTER TABLE cloud_pod_jobs ADD CONSTRAINT cloud_pod_jobs_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_jobs_status_idx ON cloud_pod_jobs (status);
CREATE INDEX cloud_pod_jobs_tenant_id_created_at_idx ON cloud_pod_jobs (tenant_id, created_at);
CREATE INDEX cloud_pod_jobs_created_at_idx ON cloud_pod_jobs (created_at);
CREATE INDEX cloud_pod_jobs_kind_idx ON cloud_pod_jobs (kind);

ALTER TABLE cloud_pod_events ADD CONSTRAINT cloud_pod_events_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_events_pod_id_created_at_idx ON cloud_pod_events (pod_id, created_at);
CREATE INDEX cloud_pod_events_kind_idx ON cloud_pod_events (kind);

ALTER TABLE cloud_pod_metrics ADD CONSTRAINT cloud_pod_metrics_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_metrics_pod_id_created_at_idx ON cloud_pod_metrics (pod_id, created_at);
CREATE INDEX cloud_pod_metrics_created_at_idx ON cloud_pod_metrics (created_at);

ALTER TABLE cloud_pod_volumes ADD CONSTRAINT cloud_pod_volumes_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_volumes_pod_id_idx ON cloud_pod_volumes (pod_id);
CREATE INDEX cloud_pod_volumes_tenant_id_idx ON cloud_pod_volumes (tenant_id);

ALTER TABLE cloud_pod_snapshots ADD CONSTRAINT cloud_pod_snapshots_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_snapshots_volume_id_idx ON cloud_pod_snapshots (volume_id);
CREATE INDEX cloud_pod_snapshots_created_at_idx ON cloud_pod_snapshots (created_at);

ALTER TABLE cloud_pod_backup_policies ADD CONSTRAINT cloud_pod_backup_policies_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_backup_policies_tenant_id_idx ON cloud_pod_backup_policies (tenant_id);

ALTER TABLE cloud_pod_backups ADD CONSTRAINT cloud_pod_backups_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_backups_pod_id_idx ON cloud_pod_backups (pod_id);
CREATE INDEX cloud_pod_backups_policy_id_idx ON cloud_pod_backups (policy_id);
CREATE INDEX cloud_pod_backups_status_idx ON cloud_pod_backups (status);
CREATE INDEX cloud_pod_backups_expires_at_idx ON cloud_pod_backups (expires_at);
CREATE INDEX cloud_pod_backups_created_at_idx ON cloud_pod_backups (created_at);

ALTER TABLE cloud_pod_networks ADD CONSTRAINT cloud_pod_networks_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_networks_tenant_id_idx ON cloud_pod_networks (tenant_id);
CREATE INDEX cloud_pod_networks_region_id_idx ON cloud_pod_networks (region_id);
CREATE INDEX cloud_pod_networks_cidr_idx ON cloud_pod_networks (cidr);

ALTER TABLE cloud_pod_network_interfaces
  ADD CONSTRAINT cloud_pod_network_interfaces_pkey PRIMARY KEY (id),
  ADD CONSTRAINT cloud_pod_network_interfaces_mac_key UNIQUE (mac);
CREATE INDEX cloud_pod_network_interfaces_pod_id_idx ON cloud_pod_network_interfaces (pod_id);
CREATE INDEX cloud_pod_network_interfaces_network_id_idx ON cloud_pod_network_interfaces (network_id);

ALTER TABLE cloud_pod_ip_addresses ADD CONSTRAINT cloud_pod_ip_addresses_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_ip_addresses_pod_id_idx ON cloud_pod_ip_addresses (pod_id);
CREATE INDEX cloud_pod_ip_addresses_tenant_id_idx ON cloud_pod_ip_addresses (tenant_id);
CREATE INDEX cloud_pod_ip_addresses_address_idx ON cloud_pod_ip_addresses (address);

ALTER TABLE cloud_pod_security_groups ADD CONSTRAINT cloud_pod_security_groups_pkey PRIMARY KEY (id);

ALTER TABLE cloud_pod_security_group_rules ADD CONSTRAINT cloud_pod_security_group_rules_pkey PRIMARY KEY (id);

ALTER TABLE cloud_pod_security_group_members
  ADD CONSTRAINT cloud_pod_security_group_members_pkey PRIMARY KEY (id),
  ADD CONSTRAINT cloud_pod_security_group_members_pod_id_security_group_id_key UNIQUE (pod_id, security_group_id);

ALTER TABLE cloud_pod_webhooks ADD CONSTRAINT cloud_pod_webhooks_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_webhooks_is_active_idx ON cloud_pod_webhooks (is_active);

ALTER TABLE cloud_pod_webhook_deliveries ADD CONSTRAINT cloud_pod_webhook_deliveries_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_webhook_deliveries_created_at_idx ON cloud_pod_webhook_deliveries (created_at);

ALTER TABLE cloud_pod_audit_logs ADD CONSTRAINT cloud_pod_audit_logs_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_audit_logs_user_id_idx ON cloud_pod_audit_logs (user_id);
CREATE INDEX cloud_pod_audit_logs_created_at_idx ON cloud_pod_audit_logs (created_at);

ALTER TABLE cloud_pod_usage_records ADD CONSTRAINT cloud_pod_usage_records_pkey PRIMARY KEY (id);
CREATE INDEX cloud_pod_usage_records_tenant_id_created_at_idx ON cloud_pod_usage_records (tenant_id, created_at);

-- Guardian, the security scanner: 8 tables

ALTER TABLE guardian_policies ADD CONSTRAINT guardian_policies_pkey PRIMARY KEY (id);
CREATE INDEX guardian_policies_severity_idx ON guardian_policies (severity);

ALTER TABLE guardian_instances
  ADD CONSTRAINT guardian_instances_pkey PRIMARY KEY (id),
  ADD CONSTRAINT guardian_instances_tenant_id_key UNIQUE (tenant_id);
CREATE INDEX guardian_instances_policy_id_idx ON guardian_instances (policy_id);

ALTER TABLE guardian_security_scans ADD CONSTRAINT guardian_security_scans_pkey PRIMARY KEY (id);
CREATE INDEX guardian_security_scans_instance_id_idx ON guardian_security_scans (instance_id);
CREATE INDEX guardian_security_scans_status_idx ON guardian_security_scans (status);
CREATE INDEX guardian_security_scans_created_at_idx ON guardian_security_scans (created_at);

ALTER TABLE guardian_findings ADD CONSTRAINT guardian_findings_pkey PRIMARY KEY (id);
CREATE INDEX guardian_findings_severity_idx ON guardian_findings (severity);
CREATE INDEX guardian_findings_is_open_idx ON guardian_findings (is_open);
CREATE INDEX guardian_findings_created_at_idx ON guardian_findings (created_at);

ALTER TABLE guardian_remediation_tasks ADD CONSTRAINT guardian_remediation_tasks_pkey PRIMARY KEY (id);
CREATE INDEX guardian_remediation_tasks_assignee_id_idx ON guardian_remediation_tasks (assignee_id);
CREATE INDEX guardian_remediation_tasks_status_idx ON guardian_remediation_tasks (status);
CREATE INDEX guardian_remediation_tasks_due_at_idx ON guardian_remediation_tasks (due_at);

ALTER TABLE guardian_audit_events ADD CONSTRAINT guardian_audit_events_pkey PRIMARY KEY (id);
CREATE INDEX guardian_audit_events_created_at_idx ON guardian_audit_events (created_at);
CREATE INDEX guardian_audit_events_action_idx ON guardian_audit_events (action);

ALTER TABLE guardian_alerts ADD CONSTRAINT guardian_alerts_pkey PRIMARY KEY (id);
CREATE INDEX guardian_alerts_finding_id_idx ON guardian_alerts (finding_id);
CREATE INDEX guardian_alerts_sent_at_idx ON guardian_alerts (sent_at);

ALTER TABLE guardian_exceptions ADD CONSTRAINT guardian_exceptions_pkey PRIMARY KEY (id);
CREATE INDEX guardian_exceptions_finding_id_idx ON guardian_exceptions (finding_id);
CREATE INDEX guardian_exceptions_approved_by_idx ON guardian_exceptions (approved_by);
CREATE INDEX guardian_exceptions_expires_at_idx ON guardian_exceptions (expires_at);

-- Communication and support

ALTER TABLE email_templates ADD CONSTRAINT email_templates_pkey PRIMARY KEY (id);
CREATE INDEX email_templates_tenant_id_idx ON email_templates (tenant_id);

ALTER TABLE email_campaigns ADD CONSTRAINT email_campaigns_pkey PRIMARY KEY (id);
CREATE INDEX email_campaigns_tenant_id_idx ON email_campaigns (tenant_id);
CREATE INDEX email_campaigns_template_id_idx ON email_campaigns (template_id);
CREATE INDEX email_campaigns_status_idx ON email_campaigns (status);
CREATE INDEX email_campaigns_sent_at_idx ON email_campaigns (sent_at);

ALTER TABLE email_messages ADD CONSTRAINT email_messages_pkey PRIMARY KEY (id);
CREATE INDEX email_messages_campaign_id_idx ON email_messages (campaign_id);
CREATE INDEX email_messages_tenant_id_idx ON email_messages (tenant_id);
CREATE INDEX email_messages_customer_id_idx ON email_messages (customer_id);
CREATE INDEX email_messages_status_idx ON email_messages (status);
CREATE INDEX email_messages_created_at_idx ON email_messages (created_at);

ALTER TABLE email_analytics ADD CONSTRAINT email_analytics_pkey PRIMARY KEY (id);
CREATE INDEX email_analytics_event_idx ON email_analytics (event);

ALTER TABLE sms_templates ADD CONSTRAINT sms_templates_pkey PRIMARY KEY (id);
CREATE INDEX sms_templates_tenant_id_idx ON sms_templates (tenant_id);

ALTER TABLE sms_queue ADD CONSTRAINT sms_queue_pkey PRIMARY KEY (id);
CREATE INDEX sms_queue_template_id_idx ON sms_queue (template_id);
CREATE INDEX sms_queue_created_at_idx ON sms_queue (created_at);
CREATE INDEX sms_queue_recipient_idx ON sms_queue (recipient);

ALTER TABLE notifications ADD CONSTRAINT notifications_pkey PRIMARY KEY (id);
CREATE INDEX notifications_user_id_is_read_idx ON notifications (user_id, is_read);
CREATE INDEX notifications_created_at_idx ON notifications (created_at);

ALTER TABLE announcements ADD CONSTRAINT announcements_pkey PRIMARY KEY (id);
CREATE INDEX announcements_tenant_id_idx ON announcements (tenant_id);
CREATE INDEX announcements_created_at_idx ON announcements (created_at);

ALTER TABLE tickets ADD CONSTRAINT tickets_pkey PRIMARY KEY (id);
CREATE INDEX tickets_customer_id_idx ON tickets (customer_id);
CREATE INDEX tickets_assignee_id_idx ON tickets (assignee_id);
CREATE INDEX tickets_tenant_id_status_idx ON tickets (tenant_id, status);
CREATE INDEX tickets_status_priority_idx ON tickets (status, priority);
CREATE INDEX tickets_created_at_idx ON tickets (created_at);

ALTER TABLE ticket_messages ADD CONSTRAINT ticket_messages_pkey PRIMARY KEY (id);
CREATE INDEX ticket_messages_user_id_idx ON ticket_messages (user_id);
CREATE INDEX ticket_messages_ticket_id_created_at_idx ON ticket_messages (ticket_id, created_at);

ALTER TABLE knowledge_base_categories ADD CONSTRAINT knowledge_base_categories_pkey PRIMARY KEY (id);
CREATE INDEX knowledge_base_categories_tenant_id_idx ON knowledge_base_categories (tenant_id);

ALTER TABLE knowledge_base_articles
  ADD CONSTRAINT knowledge_base_articles_pkey PRIMARY KEY (id),
  ADD CONSTRAINT knowledge_base_articles_slug_key UNIQUE (slug);
CREATE INDEX knowledge_base_articles_author_id_idx ON knowledge_base_articles (author_id);
CREATE INDEX knowledge_base_articles_status_idx ON knowledge_base_articles (status);
CREATE INDEX knowledge_base_articles_created_at_idx ON knowledge_base_articles (created_at);

ALTER TABLE article_feedback ADD CONSTRAINT article_feedback_pkey PRIMARY KEY (id);
CREATE INDEX article_feedback_article_id_idx ON article_feedback (article_id);

ALTER TABLE csat_surveys ADD CONSTRAINT csat_surveys_pkey PRIMARY KEY (id);
CREATE INDEX csat_surveys_created_at_idx ON csat_surveys (created_at);

ALTER TABLE referrals
  ADD CONSTRAINT referrals_pkey PRIMARY KEY (id),
  ADD CONSTRAINT referrals_code_key UNIQUE (code);
CREATE INDEX referrals_referred_id_idx ON referrals (referred_id);
CREATE INDEX referrals_status_idx ON referrals (status);
CREATE INDEX referrals_created_at_idx ON referrals (created_at);

ALTER TABLE referral_rewards ADD CONSTRAINT referral_rewards_pkey PRIMARY KEY (id);
CREATE INDEX referral_rewards_referral_id_idx ON referral_rewards (referral_id);

ALTER TABLE webhooks ADD CONSTRAINT webhooks_pkey PRIMARY KEY (id);
CREATE INDEX webhooks_tenant_id_idx ON webhooks (tenant_id);
CREATE INDEX webhooks_is_active_idx ON webhooks (is_active);

ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (id);
CREATE INDEX webhook_deliveries_status_idx ON webhook_deliveries (status);
CREATE INDEX webhook_deliveries_created_at_idx ON webhook_deliveries (created_at);
-- Foreign keys: 143. Where there is no ON DELETE, a parent with children cannot be deleted.

-- Tenants and their people, roles, audit trail

ALTER TABLE tenant_settings ADD FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE;
ALTER TABLE users ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE sessions ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE password_reset_tokens ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE email_verification_tokens ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE api_keys
  ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE login_attempts ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL;
ALTER TABLE roles ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE role_permissions
  ADD FOREIGN KEY (role_id) REFERENCES roles ON DELETE CASCADE,
  ADD FOREIGN KEY (permission_id) REFERENCES permissions ON DELETE CASCADE;
ALTER TABLE user_roles
  ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE,
  ADD FOREIGN KEY (role_id) REFERENCES roles ON DELETE CASCADE;
ALTER TABLE audit_logs ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL;

-- Catalogue, subscriptions, invoices, payments

ALTER TABLE products
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (category_id) REFERENCES product_categories;
ALTER TABLE prices ADD FOREIGN KEY (product_id) REFERENCES products ON DELETE CASCADE;
ALTER TABLE customers ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE customer_contacts ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE;
ALTER TABLE payment_methods ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE;
ALTER TABLE subscriptions
  ADD FOREIGN KEY (price_id) REFERENCES prices,
  ADD FOREIGN KEY (product_id) REFERENCES products,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (customer_id) REFERENCES customers;
ALTER TABLE subscription_items
  ADD FOREIGN KEY (subscription_id) REFERENCES subscriptions ON DELETE CASCADE,
  ADD FOREIGN KEY (price_id) REFERENCES prices;
ALTER TABLE invoices
  ADD FOREIGN KEY (subscription_id) REFERENCES subscriptions ON DELETE SET NULL,
  ADD FOREIGN KEY (customer_id) REFERENCES customers,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE invoice_items
  ADD FOREIGN KEY (invoice_id) REFERENCES invoices ON DELETE CASCADE,
  ADD FOREIGN KEY (subscription_id) REFERENCES subscriptions ON DELETE SET NULL,
  ADD FOREIGN KEY (product_id) REFERENCES products ON DELETE SET NULL;
ALTER TABLE payments
  ADD FOREIGN KEY (invoice_id) REFERENCES invoices,
  ADD FOREIGN KEY (customer_id) REFERENCES customers,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE refunds ADD FOREIGN KEY (payment_id) REFERENCES payments;
ALTER TABLE credit_notes
  ADD FOREIGN KEY (invoice_id) REFERENCES invoices,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE stripe_orders
  ADD FOREIGN KEY (customer_id) REFERENCES customers,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL;
ALTER TABLE promo_codes ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE promo_code_usage
  ADD FOREIGN KEY (subscription_id) REFERENCES subscriptions ON DELETE CASCADE,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (promo_code_id) REFERENCES promo_codes ON DELETE CASCADE;

-- Hosting: websites, servers, mail, names, certificates, backups

ALTER TABLE servers ADD FOREIGN KEY (group_id) REFERENCES server_groups;
ALTER TABLE websites
  ADD FOREIGN KEY (subscription_id) REFERENCES subscriptions ON DELETE CASCADE,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (server_id) REFERENCES servers;
ALTER TABLE deployments
  ADD FOREIGN KEY (subscription_id) REFERENCES subscriptions ON DELETE CASCADE,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (server_id) REFERENCES servers;
ALTER TABLE domains
  ADD FOREIGN KEY (customer_id) REFERENCES customers,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE dns_zones ADD FOREIGN KEY (domain_id) REFERENCES domains ON DELETE CASCADE;
ALTER TABLE dns_records ADD FOREIGN KEY (zone_id) REFERENCES dns_zones ON DELETE CASCADE;
ALTER TABLE mailboxes
  ADD FOREIGN KEY (domain_id) REFERENCES domains ON DELETE CASCADE,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE mail_aliases ADD FOREIGN KEY (mailbox_id) REFERENCES mailboxes ON DELETE CASCADE;
ALTER TABLE hosted_databases ADD FOREIGN KEY (website_id) REFERENCES websites ON DELETE CASCADE;
ALTER TABLE ftp_accounts ADD FOREIGN KEY (website_id) REFERENCES websites ON DELETE CASCADE;
ALTER TABLE cron_jobs ADD FOREIGN KEY (website_id) REFERENCES websites ON DELETE CASCADE;
ALTER TABLE backup_schedules ADD FOREIGN KEY (website_id) REFERENCES websites ON DELETE CASCADE;
ALTER TABLE backups
  ADD FOREIGN KEY (schedule_id) REFERENCES backup_schedules ON DELETE SET NULL,
  ADD FOREIGN KEY (website_id) REFERENCES websites ON DELETE CASCADE,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE ssl_certificates
  ADD FOREIGN KEY (website_id) REFERENCES websites ON DELETE CASCADE,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE provisioning_tasks
  ADD FOREIGN KEY (subscription_id) REFERENCES subscriptions ON DELETE CASCADE,
  ADD FOREIGN KEY (server_id) REFERENCES servers;

-- CloudPods: 24 tables

ALTER TABLE cloud_pod_hosts ADD FOREIGN KEY (region_id) REFERENCES cloud_pod_regions;
ALTER TABLE cloud_pod_templates ADD FOREIGN KEY (image_id) REFERENCES cloud_pod_images;
ALTER TABLE cloud_pods
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (customer_id) REFERENCES customers,
  ADD FOREIGN KEY (host_id) REFERENCES cloud_pod_hosts,
  ADD FOREIGN KEY (plan_id) REFERENCES cloud_pod_plans,
  ADD FOREIGN KEY (template_id) REFERENCES cloud_pod_templates ON DELETE SET NULL;
ALTER TABLE cloud_pod_quotas ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE cloud_pod_jobs
  ADD FOREIGN KEY (pod_id) REFERENCES cloud_pods ON DELETE CASCADE,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE cloud_pod_events ADD FOREIGN KEY (pod_id) REFERENCES cloud_pods ON DELETE CASCADE;
ALTER TABLE cloud_pod_metrics ADD FOREIGN KEY (pod_id) REFERENCES cloud_pods ON DELETE CASCADE;
ALTER TABLE cloud_pod_volumes
  ADD FOREIGN KEY (pod_id) REFERENCES cloud_pods ON DELETE CASCADE,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE cloud_pod_snapshots
  ADD FOREIGN KEY (volume_id) REFERENCES cloud_pod_volumes ON DELETE SET NULL,
  ADD FOREIGN KEY (pod_id) REFERENCES cloud_pods ON DELETE CASCADE;
ALTER TABLE cloud_pod_backup_policies ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE cloud_pod_backups
  ADD FOREIGN KEY (pod_id) REFERENCES cloud_pods ON DELETE CASCADE,
  ADD FOREIGN KEY (policy_id) REFERENCES cloud_pod_backup_policies ON DELETE SET NULL;
ALTER TABLE cloud_pod_networks
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (region_id) REFERENCES cloud_pod_regions;
ALTER TABLE cloud_pod_network_interfaces
  ADD FOREIGN KEY (pod_id) REFERENCES cloud_pods ON DELETE CASCADE,
  ADD FOREIGN KEY (network_id) REFERENCES cloud_pod_networks ON DELETE SET NULL;
ALTER TABLE cloud_pod_ip_addresses
  ADD FOREIGN KEY (pod_id) REFERENCES cloud_pods ON DELETE CASCADE,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE cloud_pod_security_groups ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE cloud_pod_security_group_rules ADD FOREIGN KEY (security_group_id) REFERENCES cloud_pod_security_groups ON DELETE CASCADE;
ALTER TABLE cloud_pod_security_group_members
  ADD FOREIGN KEY (pod_id) REFERENCES cloud_pods ON DELETE CASCADE,
  ADD FOREIGN KEY (security_group_id) REFERENCES cloud_pod_security_groups ON DELETE CASCADE;
ALTER TABLE cloud_pod_webhooks ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE cloud_pod_webhook_deliveries ADD FOREIGN KEY (webhook_id) REFERENCES cloud_pod_webhooks ON DELETE CASCADE;
ALTER TABLE cloud_pod_usage_records ADD FOREIGN KEY (pod_id) REFERENCES cloud_pods ON DELETE CASCADE;

-- Guardian, the security scanner: 8 tables

ALTER TABLE guardian_instances
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (policy_id) REFERENCES guardian_policies;
ALTER TABLE guardian_security_scans
  ADD FOREIGN KEY (instance_id) REFERENCES guardian_instances,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE guardian_findings ADD FOREIGN KEY (scan_id) REFERENCES guardian_security_scans ON DELETE CASCADE;
ALTER TABLE guardian_remediation_tasks
  ADD FOREIGN KEY (finding_id) REFERENCES guardian_findings ON DELETE CASCADE,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (assignee_id) REFERENCES users ON DELETE SET NULL;
ALTER TABLE guardian_alerts ADD FOREIGN KEY (finding_id) REFERENCES guardian_findings ON DELETE CASCADE;
ALTER TABLE guardian_exceptions
  ADD FOREIGN KEY (finding_id) REFERENCES guardian_findings ON DELETE CASCADE,
  ADD FOREIGN KEY (approved_by) REFERENCES users ON DELETE SET NULL;

-- Communication and support

ALTER TABLE email_templates ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE email_campaigns
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (template_id) REFERENCES email_templates ON DELETE SET NULL;
ALTER TABLE email_messages
  ADD FOREIGN KEY (campaign_id) REFERENCES email_campaigns,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (customer_id) REFERENCES customers;
ALTER TABLE email_analytics ADD FOREIGN KEY (email_id) REFERENCES email_messages ON DELETE CASCADE;
ALTER TABLE sms_templates ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE sms_queue
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (template_id) REFERENCES sms_templates ON DELETE SET NULL;
ALTER TABLE notifications ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE announcements ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE tickets
  ADD FOREIGN KEY (customer_id) REFERENCES customers,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (assignee_id) REFERENCES users ON DELETE SET NULL;
ALTER TABLE ticket_messages
  ADD FOREIGN KEY (ticket_id) REFERENCES tickets ON DELETE CASCADE,
  ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL;
ALTER TABLE knowledge_base_categories ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE knowledge_base_articles
  ADD FOREIGN KEY (category_id) REFERENCES knowledge_base_categories,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (author_id) REFERENCES users ON DELETE SET NULL;
ALTER TABLE article_feedback ADD FOREIGN KEY (article_id) REFERENCES knowledge_base_articles ON DELETE CASCADE;
ALTER TABLE csat_surveys
  ADD FOREIGN KEY (ticket_id) REFERENCES tickets ON DELETE CASCADE,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE referrals
  ADD FOREIGN KEY (referrer_id) REFERENCES customers,
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (referred_id) REFERENCES customers ON DELETE SET NULL;
ALTER TABLE referral_rewards ADD FOREIGN KEY (referral_id) REFERENCES referrals ON DELETE CASCADE;
ALTER TABLE webhooks ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
ALTER TABLE webhook_deliveries ADD FOREIGN KEY (webhook_id) REFERENCES webhooks ON DELETE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role_app};
