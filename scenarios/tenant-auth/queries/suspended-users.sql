SELECT id, email, tenant_id, created_at
FROM shared.users
WHERE status = $1
ORDER BY created_at DESC, id
LIMIT 50
