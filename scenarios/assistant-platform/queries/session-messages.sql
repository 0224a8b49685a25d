SELECT s.channel, m.id, m.role, m.content, m."timestamp"
FROM sessions s
JOIN messages m ON m.session_id = s.id
WHERE s.id = $1 AND s.tenant_id = $2
ORDER BY m."timestamp", m.id
