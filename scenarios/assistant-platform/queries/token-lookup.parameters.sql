-- Tokens that were sent, and one that was not.
(SELECT 'all' AS cohort, NULL AS tenant, true AS hit, token AS p1
FROM verification_tokens
ORDER BY md5(token)
LIMIT 11)
UNION ALL
SELECT 'all', NULL, false, 'no-such-token'
ORDER BY hit DESC, p1
