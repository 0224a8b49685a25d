SELECT id, channel, status, started_at FROM "Conversation"
WHERE customer_id = $1
ORDER BY started_at DESC, id
LIMIT 10
