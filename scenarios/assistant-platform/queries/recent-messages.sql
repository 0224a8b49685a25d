SELECT id, session_id, role, left(content, 80) AS preview, "timestamp"
FROM messages
ORDER BY "timestamp" DESC, id
LIMIT $1
