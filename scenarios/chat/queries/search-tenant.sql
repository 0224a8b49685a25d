SELECT id, conversation_id, left(body, 80) AS preview, created_at
FROM messages
WHERE tenant_id = $2 AND search @@ plainto_tsquery('english', $1)
ORDER BY created_at DESC, id DESC
LIMIT 20
