SELECT cohort, tenant, true AS hit, schema_name AS p1
FROM cohort_tenants JOIN shared.tenants ON id = tenant
UNION ALL
SELECT 'unknown', NULL, false, 'tenant_nowhere_0'
ORDER BY cohort, p1
