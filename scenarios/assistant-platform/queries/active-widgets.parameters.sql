SELECT cohort, tenant, EXISTS (SELECT FROM widgets WHERE tenant_id = tenant AND is_active) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
