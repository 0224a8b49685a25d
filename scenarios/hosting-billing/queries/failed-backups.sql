SELECT id, tenant_id, website_id, created_at
FROM backups
WHERE backup_type = $1 AND status = 'failed'
ORDER BY created_at DESC, id
LIMIT 100
