SELECT id, tenant_id, title, started_at
FROM meetings
WHERE livekit_room_id = $1
ORDER BY id
