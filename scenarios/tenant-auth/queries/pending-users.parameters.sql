SELECT cohort, tenant, EXISTS (SELECT FROM shared.users u WHERE u.tenant_id = tenant AND u.status = 'pending') AS hit,
  tenant AS p1, 'pending' AS p2
FROM cohort_tenants
ORDER BY cohort, tenant
