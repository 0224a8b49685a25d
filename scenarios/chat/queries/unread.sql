SELECT conversation_id, count(*) AS unread
FROM messages
WHERE NOT is_read
GROUP BY conversation_id
ORDER BY unread DESC, conversation_id
LIMIT 20
