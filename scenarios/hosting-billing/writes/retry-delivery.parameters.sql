SELECT 'all' AS cohort, NULL AS tenant, true AS hit, id AS p1
FROM cloud_pod_webhook_deliveries
ORDER BY id DESC
LIMIT 1000
