SELECT id, tenant_id, title, started_at
FROM meetings
ORDER BY started_at DESC, id
LIMIT $1
