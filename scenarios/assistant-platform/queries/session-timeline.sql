SELECT id, role, content, "timestamp"
FROM messages
WHERE session_id = $1
ORDER BY "timestamp" DESC, id
LIMIT 50
