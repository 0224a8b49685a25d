SELECT 'all' AS cohort, NULL AS tenant, true AS hit, md5('attempt' || attempt_id)::uuid AS p1, user_email AS p2,
  ip_address AS p3, user_agent AS p4, success AS p5
FROM auth_attempts
ORDER BY attempted_at DESC, attempt_id
LIMIT 1000
