SELECT id, event, created_at
FROM email_analytics
WHERE email_id = $1
ORDER BY id
