SELECT cohort, tenant, EXISTS (
  SELECT FROM conversations WHERE tenant_id = tenant AND status = 'open'
) AS hit
FROM cohort_tenants
ORDER BY cohort, tenant
