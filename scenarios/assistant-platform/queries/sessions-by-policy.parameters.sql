SELECT cohort, tenant, true AS hit
FROM cohort_tenants
ORDER BY cohort, tenant
