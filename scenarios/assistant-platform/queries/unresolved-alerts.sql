SELECT id, severity, threshold_percent, spent, message, triggered_at
FROM budget_alerts
WHERE tenant_id = $1 AND NOT resolved
ORDER BY triggered_at DESC, id
