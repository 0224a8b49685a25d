SELECT id, user_id, action, resource_type, resource_id, created_at
FROM shared.audit_logs
WHERE tenant_id = $1
ORDER BY created_at DESC, id DESC
LIMIT 50
