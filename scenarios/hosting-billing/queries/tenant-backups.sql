SELECT id, website_id, backup_type, created_at
FROM backups
WHERE tenant_id = $1 AND status = 'failed'
ORDER BY created_at DESC, id
LIMIT 50
