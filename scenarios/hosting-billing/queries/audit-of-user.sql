SELECT id, action, entity_type, created_at
FROM audit_logs
WHERE user_id = $1
ORDER BY created_at DESC, id
LIMIT 50
