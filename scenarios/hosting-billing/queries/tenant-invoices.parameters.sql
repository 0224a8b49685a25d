SELECT cohort, tenant, EXISTS (
  SELECT FROM invoices WHERE tenant_id = tenant
) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
