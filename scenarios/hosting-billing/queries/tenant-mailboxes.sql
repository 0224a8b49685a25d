SELECT id, email, quota_mb, used_mb
FROM mailboxes
WHERE tenant_id = $1 AND status = 'suspended'
ORDER BY email
LIMIT 50
