SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, md5('sign-in' || id)::uuid AS p1, id AS p2,
  md5(id::text) || md5(email) AS p3
FROM shared.users
WHERE status = 'active'
ORDER BY md5('sign-in' || id)
LIMIT 1000
