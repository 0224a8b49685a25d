SELECT id, instance_id, created_at
FROM guardian_security_scans
WHERE tenant_id = $1 AND status = 'failed'
ORDER BY created_at DESC, id
LIMIT 50
