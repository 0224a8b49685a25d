SELECT id, title, room_name, started_at, ended_at
FROM meetings
WHERE tenant_id = $1
ORDER BY started_at DESC, id
LIMIT 20
