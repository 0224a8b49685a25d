SELECT id, tenant_id, spent, message, triggered_at
FROM budget_alerts
WHERE severity = $1 AND NOT resolved
ORDER BY triggered_at DESC, id
LIMIT 50
