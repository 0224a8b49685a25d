SELECT 'all' AS cohort, NULL AS tenant, true AS hit, id AS p1
FROM websites
ORDER BY id DESC
LIMIT 1000
