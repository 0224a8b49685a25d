SELECT cohort, tenant, EXISTS (
  SELECT FROM backups WHERE tenant_id = tenant AND status = 'failed'
) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
