SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, id AS p1
FROM conversations
ORDER BY id DESC
LIMIT 1000
