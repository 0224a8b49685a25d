SELECT cohort, tenant, EXISTS (
  SELECT FROM messages WHERE tenant_id = tenant AND NOT is_read
) AS hit
FROM cohort_tenants
ORDER BY cohort, tenant
