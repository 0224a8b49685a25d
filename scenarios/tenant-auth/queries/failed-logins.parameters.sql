SELECT cohort, tenant, EXISTS (SELECT FROM shared.login_attempts WHERE user_id = p1 AND NOT success) AS hit, p1
FROM cohort_tenants, LATERAL (
  SELECT id AS p1 FROM shared.users WHERE tenant_id = tenant ORDER BY md5(id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
