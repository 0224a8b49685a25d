SELECT id, action, created_at
FROM guardian_audit_events
WHERE tenant_id = $1
ORDER BY created_at DESC, id
LIMIT 50
