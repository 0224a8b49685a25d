SELECT id, tenant_id, name, role, email_verified
FROM users
WHERE email = $1
ORDER BY id
