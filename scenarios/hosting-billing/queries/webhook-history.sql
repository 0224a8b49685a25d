SELECT id, status, attempts, created_at
FROM cloud_pod_webhook_deliveries
WHERE webhook_id = $1
ORDER BY created_at DESC, id
LIMIT 20
