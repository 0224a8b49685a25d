SELECT id, title, channel, last_message_at
FROM conversations
WHERE status = 'open'
ORDER BY last_message_at DESC, id
LIMIT 25
