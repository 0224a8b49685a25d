SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, id AS p1, '$2b$12$' || md5(id::text) || left(md5(email), 21) AS p2
FROM shared.users
WHERE status = 'active'
ORDER BY md5(id::text)
LIMIT 1000
