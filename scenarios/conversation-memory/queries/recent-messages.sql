SELECT * FROM "Message"
WHERE conversation_id = $1
ORDER BY created_at DESC
LIMIT 20
