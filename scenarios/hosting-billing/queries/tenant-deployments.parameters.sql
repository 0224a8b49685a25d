SELECT cohort, tenant, EXISTS (
  SELECT FROM deployments WHERE tenant_id = tenant AND status = 'running'
) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
