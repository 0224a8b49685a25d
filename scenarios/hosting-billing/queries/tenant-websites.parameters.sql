SELECT cohort, tenant, EXISTS (
  SELECT FROM websites WHERE tenant_id = tenant AND status = 'active'
) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
