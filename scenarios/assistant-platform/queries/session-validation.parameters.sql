-- Tokens that are valid, and one that is not.
(SELECT 'all' AS cohort, NULL AS tenant, true AS hit, session_token AS p1
FROM auth_sessions
ORDER BY md5(session_token)
LIMIT 11)
UNION ALL
SELECT 'all', NULL, false, 'no-such-token'
ORDER BY hit DESC, p1
