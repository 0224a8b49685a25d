SELECT id, kind, attempts, created_at
FROM cloud_pod_jobs
WHERE pod_id = $1 AND status = 'queued'
ORDER BY created_at, id
