SELECT 'all' AS cohort, NULL AS tenant, true AS hit, p1
FROM (VALUES (20), (50)) AS pages (p1)
ORDER BY p1
