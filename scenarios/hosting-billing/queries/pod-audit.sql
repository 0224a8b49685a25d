SELECT id, user_id, action, created_at
FROM cloud_pod_audit_logs
WHERE tenant_id = $1
ORDER BY created_at DESC, id
LIMIT 50
