SELECT 'all' AS cohort, NULL AS tenant, true AS hit, id AS p1
FROM subscriptions
WHERE status = 'active'
ORDER BY md5(id::text)
LIMIT 1000
