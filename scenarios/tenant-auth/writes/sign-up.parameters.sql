-- People like those who wait, once more.
SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, md5('sign-up' || id)::uuid AS p1, 'new.' || email AS p2,
  password_hash AS p3, role AS p4, tenant_id AS p5, pending_profile_data AS p6
FROM shared.users
WHERE pending_profile_data IS NOT NULL
ORDER BY created_at DESC, id
LIMIT 1000
