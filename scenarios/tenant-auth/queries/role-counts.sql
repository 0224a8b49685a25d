SELECT role, count(*) AS users
FROM shared.users
WHERE tenant_id = $1
GROUP BY role
ORDER BY role
