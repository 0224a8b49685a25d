SELECT 'all' AS cohort, NULL AS tenant, true AS hit, id AS p1
FROM audit_logs
ORDER BY id
LIMIT 1000
