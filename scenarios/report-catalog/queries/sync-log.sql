SELECT id, sync_type, status, error_message, created_at
FROM ascora_sync_logs
WHERE organization_id = $1
ORDER BY created_at DESC, id
LIMIT 50
