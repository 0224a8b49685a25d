-- hit: only large tenants have so many pages.
SELECT cohort, tenant, (
  SELECT count(*) > 500 FROM audit_logs WHERE tenant_id = tenant
) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
