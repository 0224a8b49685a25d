SELECT 'all' AS cohort, NULL AS tenant, true AS hit, id AS p1
FROM cloud_pod_jobs
WHERE status <> 'completed'
ORDER BY id DESC
LIMIT 1000
