SELECT 'all' AS cohort, NULL AS tenant, true AS hit, session_token AS p1
FROM auth_sessions
ORDER BY expires DESC, session_token
LIMIT 1000
