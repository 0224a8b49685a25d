-- The present is 2025-01-01: the last tokens are valid, those from the middle of the table have long expired, and one is made up.
(SELECT 'valid' AS cohort, NULL::uuid AS tenant, true AS hit, token_hash AS p1, '2025-01-01Z'::timestamptz AS p2
FROM shared.password_reset_tokens WHERE expires_at > '2025-01-01Z' ORDER BY md5(id::text) LIMIT 3)
UNION ALL
(SELECT 'expired', NULL, false, token_hash, '2025-01-01Z'
FROM shared.password_reset_tokens WHERE expires_at < '2025-01-01Z' ORDER BY md5(id::text) LIMIT 3)
UNION ALL
SELECT 'unknown', NULL, false, repeat('0123456789abcdef', 4), '2025-01-01Z'
ORDER BY cohort, p1
