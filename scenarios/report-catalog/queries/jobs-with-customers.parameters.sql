SELECT cohort, tenant, true AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
