SELECT id, conversation_id, sender_id, left(body, 80) AS preview, created_at
FROM messages
WHERE (created_at, id) < ($1, $2)
ORDER BY created_at DESC, id DESC
LIMIT 50
