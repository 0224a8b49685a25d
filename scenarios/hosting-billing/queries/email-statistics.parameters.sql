SELECT cohort, tenant, EXISTS (
  SELECT FROM email_analytics WHERE tenant_id = tenant AND created_at >= timestamptz '2025-09-03 00:00:00+00'
) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
