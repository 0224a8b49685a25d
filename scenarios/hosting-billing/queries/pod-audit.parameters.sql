SELECT cohort, tenant, EXISTS (
  SELECT FROM cloud_pod_audit_logs WHERE tenant_id = tenant
) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
