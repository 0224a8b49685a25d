SELECT 'all' AS cohort, NULL AS tenant, true AS hit, 'critical' AS p1
