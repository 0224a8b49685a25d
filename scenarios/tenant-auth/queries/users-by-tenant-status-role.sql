SELECT id, email, role, status, created_at
FROM shared.users
WHERE tenant_id = $1 AND status = $2 AND role = $3
ORDER BY email
