SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, id AS p1
FROM shared.users
WHERE status = 'pending' AND pending_profile_data IS NOT NULL
ORDER BY created_at DESC, id
LIMIT 1000
