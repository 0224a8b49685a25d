SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, id AS p1
FROM conversations
WHERE last_message_at IS NOT NULL
ORDER BY id DESC
LIMIT 1000
