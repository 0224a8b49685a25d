SELECT id, session_id, left(content, 80) AS preview, "timestamp"
FROM messages
WHERE role = $1
ORDER BY "timestamp" DESC, id
LIMIT 20
