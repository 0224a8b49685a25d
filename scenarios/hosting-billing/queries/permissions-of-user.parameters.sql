-- hit: roles may have no permission.
SELECT cohort, tenant, EXISTS (
  SELECT FROM user_roles JOIN role_permissions USING (role_id) WHERE user_id = key
) AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT id AS key FROM users WHERE tenant_id = tenant ORDER BY md5(id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
