-- What was said just now is corrected, not what was said last year.
SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, id AS p1, body || ' (edited)' AS p2
FROM messages
ORDER BY id DESC
LIMIT 1000
