(SELECT 'known' AS cohort, NULL AS tenant, true AS hit, session_token AS p1
FROM login_sessions WHERE is_active AND session_token IS NOT NULL ORDER BY md5(session_id::text) LIMIT 6)
UNION ALL
SELECT 'unknown', NULL, false, repeat('0', 64)
ORDER BY cohort, p1
