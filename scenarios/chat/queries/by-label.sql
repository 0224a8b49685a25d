SELECT id, tenant_id, conversation_id, created_at
FROM messages
WHERE metadata @> $1
ORDER BY created_at DESC, id DESC
LIMIT 20
