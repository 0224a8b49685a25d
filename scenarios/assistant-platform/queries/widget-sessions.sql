SELECT w.name, s.id, s.visitor, s.started_at, s.ended_at
FROM widgets w
JOIN sessions s ON s.widget_id = w.id
WHERE w.id = $1
ORDER BY s.started_at DESC, s.id
LIMIT 25
