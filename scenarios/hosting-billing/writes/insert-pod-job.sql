INSERT INTO cloud_pod_jobs (id, pod_id, tenant_id, kind, status, attempts, payload, idempotency_key, created_at)
VALUES ($1, $2, $3, $4, 'queued', 1, $5, $6, now())
