SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, md5('verify' || id)::uuid AS p1, id AS p2,
  md5(email) || md5(id::text) AS p3
FROM shared.users
ORDER BY created_at DESC, id
LIMIT 1000
