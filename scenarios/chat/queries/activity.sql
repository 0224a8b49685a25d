SELECT sender_id, count(*) AS messages, max(created_at) AS latest
FROM messages
WHERE created_at >= $1
GROUP BY sender_id
ORDER BY messages DESC, sender_id
LIMIT 10
