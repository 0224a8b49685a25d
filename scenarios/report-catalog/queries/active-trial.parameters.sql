(SELECT 'on trial' AS cohort, NULL AS tenant, true AS hit, user_id AS p1
FROM free_trial_tokens WHERE status = 'active' ORDER BY md5(user_id::text) LIMIT 5)
UNION ALL
(SELECT 'over', NULL, false, user_id FROM free_trial_tokens WHERE status = 'expired' ORDER BY md5(user_id::text) LIMIT 5)
ORDER BY cohort, p1
