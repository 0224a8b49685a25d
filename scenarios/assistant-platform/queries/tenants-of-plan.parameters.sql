SELECT DISTINCT 'all' AS cohort, NULL AS tenant, true AS hit, plan AS p1
FROM tenants
ORDER BY p1
