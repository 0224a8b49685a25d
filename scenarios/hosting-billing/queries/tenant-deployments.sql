SELECT id, hostname, image, created_at
FROM deployments
WHERE tenant_id = $1 AND status = 'running'
ORDER BY created_at DESC, id
LIMIT 50
