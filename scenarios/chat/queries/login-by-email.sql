SELECT id, tenant_id, name, role, status
FROM users
WHERE email = $1
ORDER BY id
