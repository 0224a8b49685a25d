SELECT cohort, tenant, true AS hit, tenant AS p1 FROM cohort_tenants
UNION ALL
SELECT 'tail', NULL, false, '00000000-0000-4000-8000-000000000000'
ORDER BY cohort, tenant
