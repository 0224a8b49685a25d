SELECT cohort, tenant, EXISTS (
  SELECT FROM payments WHERE tenant_id = tenant AND status = 'succeeded'
) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
