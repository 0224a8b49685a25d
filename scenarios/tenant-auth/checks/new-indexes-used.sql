-- Scans since the migration, by these queries or by foreign keys.
SELECT count(*) FILTER (WHERE idx_scan > 0) = 10 AS passed,
  format('%s of %s new indexes scanned; never: %s', count(*) FILTER (WHERE idx_scan > 0), count(*),
    coalesce(string_agg(indexrelname, ', ' ORDER BY indexrelname) FILTER (WHERE idx_scan = 0), 'none')) AS detail
FROM pg_stat_user_indexes
WHERE schemaname = 'shared' AND indexrelname IN (
  'shared_users_email_idx', 'shared_users_tenant_role_idx', 'shared_users_tenant_status_role_idx',
  'shared_users_pending_profile_tenant_role_idx', 'shared_users_pending_profile_data_gin_idx',
  'shared_tenants_schema_name_idx', 'shared_tenants_domain_idx', 'shared_refresh_tokens_user_id_expires_idx',
  'shared_email_verification_tokens_user_id_expires_idx', 'shared_password_reset_tokens_user_id_expires_idx')
