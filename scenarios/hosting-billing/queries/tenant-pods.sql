SELECT id, hostname, memory_mb
FROM cloud_pods
WHERE tenant_id = $1 AND status = 'running'
ORDER BY hostname
LIMIT 50
