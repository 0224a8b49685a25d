SELECT id, name, email, role
FROM users
WHERE tenant_id = $1
ORDER BY name, id
