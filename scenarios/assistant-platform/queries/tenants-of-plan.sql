SELECT id, name, created_at
FROM tenants
WHERE plan = $1
ORDER BY created_at DESC, id
LIMIT 50
