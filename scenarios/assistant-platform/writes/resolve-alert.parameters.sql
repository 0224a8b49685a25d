SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, id AS p1
FROM budget_alerts
ORDER BY triggered_at DESC, id
LIMIT 1000
