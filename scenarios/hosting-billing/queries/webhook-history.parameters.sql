SELECT 'all' AS cohort, NULL AS tenant, true AS hit, webhook_id AS p1
FROM (SELECT DISTINCT webhook_id FROM cloud_pod_webhook_deliveries) known
ORDER BY md5(webhook_id::text)
LIMIT 6
