SELECT id, webhook_id, attempts
FROM cloud_pod_webhook_deliveries
WHERE status = 'failed' AND next_attempt_at <= $1
ORDER BY next_attempt_at, id
LIMIT 100
