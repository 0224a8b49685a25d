SELECT id, name, role, email_verified
FROM users
WHERE tenant_id = $1 AND email = $2
