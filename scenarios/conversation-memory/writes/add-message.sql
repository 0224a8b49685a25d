INSERT INTO "Message" (id, conversation_id, role, content, created_at)
VALUES ($1, $2, 'customer', $3, $4)
