SELECT m.title, s.id AS session_id, x.role, x.content, x."timestamp"
FROM meetings m
JOIN sessions s ON s.meeting_id = m.id
JOIN messages x ON x.session_id = s.id
WHERE m.id = $1
ORDER BY x."timestamp", x.id
