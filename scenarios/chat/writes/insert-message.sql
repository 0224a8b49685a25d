INSERT INTO messages (id, tenant_id, conversation_id, sender_id, body, metadata, is_read, created_at)
VALUES ($1, $2, $3, $4, $5, $6, false, now())
