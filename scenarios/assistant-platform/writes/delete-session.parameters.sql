SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, id AS p1
FROM sessions
ORDER BY md5(id::text)
LIMIT 1000
