INSERT INTO ascora_sync_logs (id, organization_id, integration_id, sync_type, status, created_at)
VALUES ($1, $2, $3, $4, $5, now())
