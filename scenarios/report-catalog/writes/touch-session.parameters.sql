SELECT 'all' AS cohort, NULL AS tenant, true AS hit, session_id AS p1
FROM login_sessions
ORDER BY created_at DESC, session_id
LIMIT 1000
