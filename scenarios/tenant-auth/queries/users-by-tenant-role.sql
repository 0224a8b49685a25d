SELECT id, email, role, status, created_at
FROM shared.users
WHERE tenant_id = $1 AND role = $2
ORDER BY email
