SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT email_id AS key FROM email_analytics WHERE tenant_id = tenant
  GROUP BY email_id ORDER BY md5(email_id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
