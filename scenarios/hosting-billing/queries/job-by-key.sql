SELECT id, status
FROM cloud_pod_jobs
WHERE idempotency_key = $1
ORDER BY id
