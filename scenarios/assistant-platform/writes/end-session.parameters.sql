-- Whoever leaves came lately.
SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, id AS p1
FROM sessions
ORDER BY started_at DESC, id
LIMIT 1000
