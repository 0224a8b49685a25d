SELECT c.title, c.status, m.id, m.body, m.created_at, u.name
FROM conversations c
JOIN messages m ON m.conversation_id = c.id
JOIN users u ON u.id = m.sender_id
WHERE c.id = $1
ORDER BY m.id
