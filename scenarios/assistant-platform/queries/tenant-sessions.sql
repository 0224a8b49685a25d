SELECT id, channel, visitor, started_at, ended_at
FROM sessions
WHERE tenant_id = $1
ORDER BY started_at DESC, id
LIMIT 50
