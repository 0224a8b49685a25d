SELECT id, conversation_id, sender_id, left(body, 80) AS preview, created_at
FROM messages
ORDER BY created_at DESC, id DESC
LIMIT 50 OFFSET $1
