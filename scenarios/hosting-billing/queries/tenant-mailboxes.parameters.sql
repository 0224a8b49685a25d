SELECT cohort, tenant, EXISTS (
  SELECT FROM mailboxes WHERE tenant_id = tenant AND status = 'suspended'
) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
