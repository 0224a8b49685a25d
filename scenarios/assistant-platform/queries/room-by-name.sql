SELECT id, tenant_id, title, started_at
FROM meetings
WHERE room_name = $1
ORDER BY id
