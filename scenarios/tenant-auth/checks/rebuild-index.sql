-- The command names the index alone. Tenants have the search path of their own schema and public; the index is in shared.
SELECT to_regclass('shared_users_tenant_role_idx') IS NOT NULL AS passed,
  format('search path %s: %s; in schema shared: %s', current_setting('search_path'),
    CASE WHEN to_regclass('shared_users_tenant_role_idx') IS NULL
      THEN 'relation "shared_users_tenant_role_idx" does not exist (SQLSTATE 42P01)' ELSE 'found' END,
    CASE WHEN to_regclass('shared.shared_users_tenant_role_idx') IS NULL THEN 'not there' ELSE 'found' END) AS detail
