SELECT 'all' AS cohort, NULL AS tenant, true AS hit, id AS p1
FROM shared.refresh_tokens
WHERE expires_at > '2025-01-01Z'
ORDER BY md5(id::text)
LIMIT 1000
