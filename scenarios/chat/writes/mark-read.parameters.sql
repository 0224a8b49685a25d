-- Unread messages are recent ones: neighbours in the table, as in life.
SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, id AS p1
FROM messages
WHERE NOT is_read
ORDER BY id DESC
LIMIT 1000
