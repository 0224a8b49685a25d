SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT user_id AS key FROM audit_logs WHERE tenant_id = tenant AND user_id IS NOT NULL
  GROUP BY user_id ORDER BY md5(user_id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
