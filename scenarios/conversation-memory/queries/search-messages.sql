SELECT id, conversation_id, created_at FROM "Message"
WHERE to_tsvector('english', content) @@ plainto_tsquery('english', $1)
ORDER BY created_at DESC, id
LIMIT 20
