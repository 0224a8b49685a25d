SELECT u.name, m.id, m.title, m.started_at
FROM users u
JOIN meetings m ON m.created_by = u.id
WHERE u.id = $1
ORDER BY m.started_at DESC, m.id
LIMIT 20
